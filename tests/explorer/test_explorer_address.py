"""An explorer as a web address: everything that brings it back, and never code."""

from importlib import metadata

import numpy as np
import pytest

from labnet import LabnetError, Network, Sigmoid, explore
from labnet.exercises.notebook_05.exercises import MyNetwork
from labnet.explorer import address
from labnet.layers import Linear

BASE = "https://example.org/course/"


def opened(link, network=None):
    place, _, fragment = link.partition("#")
    assert place == f"{BASE}play/"
    found = address.read(fragment)
    return explore(network, state=found.state, hide=found.hide, lock=found.lock)


def test_a_link_brings_back_the_very_run():
    e = explore(data="circles", hidden=(4, 3), lr=0.7, noise=0.1)
    e.train(30)
    e.pin()
    e.lr = 0.05
    e.set_weight("W1[0, 1]", 0.125)
    e.train(7)
    other = opened(e.link(BASE))
    assert (other.epoch, other.loss, other.state) == (37, e.loss, e.state)
    assert len(other.pins) == 1


def test_a_link_is_plain_text_that_needs_no_escapes():
    e = explore()
    assert e.link(BASE) == f"{BASE}play/#{e.state.replace('; ', ';')}"


def test_drawn_points_go_along():
    e = explore(points=[(0.25, 0.5, 1), (0.75, 0.5, 0)], hidden=(2,))
    assert opened(e.link(BASE)).points == e.points


def test_what_is_hidden_or_locked_stays_so():
    e = explore(hide=["optimizer", "copy state", "example"], lock=["lr", "over seeds"])
    other = opened(e.link(BASE))
    assert other.controls == e.controls
    assert address.address_of(other).hide == ("copy state", "optimizer", "example")


def test_nothing_is_hidden_where_nothing_was():
    assert address.address_of(explore()) == address.Address(explore().state)


def test_of_a_class_only_its_name_is_told():
    e = explore(MyNetwork, hidden=(3,))
    e.train(3)
    assert e.link(BASE).endswith("epoch=3&class=MyNetwork")
    assert opened(e.link(BASE), MyNetwork).loss == e.loss


def test_a_name_cannot_break_out_of_its_part():
    strange = address.Address("lr=1", ("a&b",), (), "<lambda> #1 & more")
    assert address.read(str(strange)) == strange
    assert str(strange).count("&") == 2


def given_weights():
    network = Network(Linear(2, 2), Sigmoid(), Linear(2, 1), Sigmoid(), rng=np.random.default_rng())
    return explore(network)


def changed_weights():
    e = explore()
    e.net.theta[0] += 0.5
    return e


def pinned_arrays():
    e = explore(data=(np.eye(2), np.eye(2)[:, :1]))
    e.pin()
    e.data = "xor"
    return e


BEYOND = [
    (lambda: explore(data=(np.eye(2), np.eye(2)[:, :1])), "These data are arrays of yours"),
    (pinned_arrays, "These data are arrays of yours"),
    (given_weights, "This run's weights were given in Python"),
    (changed_weights, "This run's weights were changed in Python"),
]


@pytest.mark.parametrize(("made", "sentence"), BEYOND)
def test_what_no_address_holds_gets_a_sentence(made, sentence):
    with pytest.raises(LabnetError, match=sentence):
        made().link(BASE)


# Whose address


def names_site(monkeypatch, urls):
    told = metadata.metadata("labnet")
    del told["Project-URL"]
    for url in urls:
        told["Project-URL"] = url
    monkeypatch.setattr(metadata, "metadata", lambda name: told)


def test_the_site_is_the_one_that_was_installed(monkeypatch):
    names_site(monkeypatch, ["Source, https://example.org/source", f"Site, {BASE}"])
    assert explore().link() == explore().link(BASE)


def test_no_address_is_invented(monkeypatch):
    names_site(monkeypatch, [])
    with pytest.raises(LabnetError, match=r'e\.link\(base="https://\.\.\."\).* \[project\.urls\]'):
        explore().link()


def test_without_an_installed_labnet_there_is_no_address(monkeypatch):
    def missing(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "metadata", missing)
    with pytest.raises(LabnetError, match="There is no address to link to"):
        explore().link()


@pytest.mark.parametrize("base", ["example.org", "", 3, "javascript:alert(1)//"])
def test_what_is_no_address_is_refused(base):
    with pytest.raises(LabnetError, match="base is .*; expected the address"):
        explore().link(base)


@pytest.mark.parametrize("text", ["lr=1&code=x", "lr=1&hidden", "&&"])
def test_an_unknown_part_is_named(text):
    with pytest.raises(LabnetError, match="A part of the address"):
        address.read(text)
