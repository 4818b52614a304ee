"""What a cell shows, as nbval compares it: text joined by its stream, no pictures, no widgets."""

from collections import defaultdict

LEFT_OUT = {
    "image/png",
    "image/jpeg",
    "application/vnd.jupyter.widget-view+json",
}


def printed(outputs):
    """{stream or MIME type: [text, ...]} of these outputs of a notebook."""
    found, streams = defaultdict(list), defaultdict(str)
    for one in outputs:
        kind = one["output_type"]
        if kind == "stream":
            streams[one["name"]] += joined(one["text"])
        elif kind == "error":
            found["error"].append(f"{one['ename']}: {one['evalue']}")
        else:
            for name in sorted(set(one["data"]) - LEFT_OUT):
                found[name].append(joined(one["data"][name]))
    return dict(found) | streams


def joined(text):
    return "".join(text) if isinstance(text, list) else text
