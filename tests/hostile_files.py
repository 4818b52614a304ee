"""Files that nobody should trust: made by accident, by another program, or with intent."""

import io
import os
import pickle
import struct
import tarfile
import zlib
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile

import numpy as np

HUGE, LARGE = 10**12, 10**8  # numbers: more than any machine has room for, and than anybody wants
ZEROS = 10**8  # bytes, which deflate packs into a thousandth


def npy(array):
    stream = io.BytesIO()
    np.lib.format.write_array(stream, np.asarray(array))
    return stream.getvalue()


def with_header(descr="'<f8'", shape="(9,)", order=False, content=bytes(72)):
    """An npy file whose header says what you like."""
    text = f"{{'descr': {descr}, 'fortran_order': {order}, 'shape': {shape}, }}\n".encode()
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(text)) + text + content


def zipped(members, method=ZIP_DEFLATED):
    """The bytes of a zip of these (name, content) pairs; a name may stand twice."""
    stream = io.BytesIO()
    with ZipFile(stream, "w", method) as file:
        for name, content in members:
            info = file.filelist[-1] if file.filelist and file.filelist[-1].filename == name else 0
            if info:  # a second writing of one name would warn
                del file.NameToInfo[name]
            file.writestr(name, content)
    return stream.getvalue()


def with_arrays(arrays, method=ZIP_DEFLATED):
    return zipped([(f"{name}.npy", npy(array)) for name, array in arrays.items()], method)


class Trap:
    """Makes a folder as soon as it is unpickled."""

    def __init__(self, folder):
        self.folder = folder

    def __reduce__(self):
        return os.mkdir, (str(self.folder),)


# Of no use to anybody: {name: content}


def tar():
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as file:
        file.addfile(tarfile.TarInfo("theta.npy"))
    return stream.getvalue()


FOREIGN = {
    "empty": b"",
    "text": b"theta = 1, 2, 3\n",
    "a page": b"<!DOCTYPE html><html><body>theta</body></html>",
    "a picture": b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + bytes(17),
    "an array": npy(np.ones(9)),
    "an array that claims to be huge": with_header(shape=f"({HUGE},)"),
    "an empty zip": zipped([]),
    "a zip of text": zipped([("readme.txt", "hello")]),
    "a tar": tar(),
    "the start of a zip": b"PK\x03\x04 cut",
    "the end of a zip": b"PK\x05\x06" + bytes(18),
    "zeros": bytes(4096),
}

# Each takes a file that is good, as {name: array}, and the name of an array in it


def instead(arrays, name, content, method=ZIP_DEFLATED):
    """The good file, but for one member."""
    members = {f"{one}.npy": npy(array) for one, array in arrays.items()}
    return zipped((members | {f"{name}.npy": content}).items(), method)


def claims(**header):
    return lambda arrays, name: instead(arrays, name, with_header(**header))


def bomb(arrays, name):
    header = with_header(shape=f"({ZEROS // 8},)", content=b"")
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    deflated = b"".join([packer.compress(header), *zeros(packer), packer.flush()])
    return raw_zip(f"{name}.npy", deflated, len(header) + ZEROS)


def zeros(packer):
    piece = bytes(10**7)
    return [packer.compress(piece) for _ in range(ZEROS // len(piece))]


def bomb_that_lies(arrays, name):
    """It says that it unpacks to 200 bytes."""
    content = bomb(arrays, name)
    size = struct.pack("<I", content_size(content))
    return content.replace(size, struct.pack("<I", 200))


def content_size(content):
    return struct.unpack("<I", content[22:26])[0]


def raw_zip(name, deflated, size, listed=1):
    """A zip of one member, listed so many times, whose checksum is left 0."""
    common = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0, 0, len(deflated), size, len(name), 0)
    local = b"PK\x03\x04" + common + name.encode() + deflated
    entry = b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, 0)
    entries = listed * (entry + name.encode())
    end = struct.pack("<HHHHIIH", 0, 0, listed, listed, len(entries), len(local), 0)
    return local + entries + b"PK\x05\x06" + end


def encrypted(arrays, name):
    content = bytearray(with_arrays(arrays))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + offset] |= 1
            at = content.find(mark, at + 1)
    return bytes(content)


def twice(arrays, name):
    members = [(f"{one}.npy", npy(array)) for one, array in arrays.items()]
    again = [(f"{name}.npy", npy(arrays[name]))] * 2
    return zipped([one for one in members if one[0] != again[0][0]] + again)


def many(arrays, name):
    return raw_zip(f"{name}.npy", b"", 0, listed=65_000)


def renamed(to):
    def write(arrays, name):
        return with_arrays({(to if one == name else one): arrays[one] for one in arrays})

    return write


def two_in_one(arrays, name):
    """An array that claims to be huge to one reader, and a good archive to another."""
    return with_header(shape=f"({HUGE},)", content=b"") + with_arrays(arrays)


HOSTILE = {
    "more than there is": claims(shape=f"({LARGE},)"),
    "far more than there is": claims(shape=f"({HUGE},)"),
    "less than there is": claims(shape="(8,)"),
    "dimensions that overflow": claims(shape="(4294967296, 4294967296)", content=b""),
    "negative dimensions": claims(shape="(-3, -3)"),
    "a dimension left open": claims(shape="(-1,)"),
    "a dimension that is no number": claims(shape="('9',)"),
    "too many dimensions": claims(shape=f"({'1, ' * 80})", content=bytes(8)),
    "a shape without an end": claims(shape="(" * 5000),
    "code for a shape": claims(shape="__import__('os').getcwd()"),
    "what warns": claims(shape="(9L,)"),  # as Python 2 wrote it
    "a type that is none": claims(descr="'tensor'"),
    "fields": claims(descr="[('theta', '<f8')]"),
    "huge text": claims(descr="'<U1000000000'", shape="()"),
    "objects": claims(descr="'|O'"),
    "dates": claims(descr="'<M8[s]'"),
    "complex numbers": claims(descr="'<c16'", content=bytes(144)),
    "longer numbers": claims(descr="'<f16'", content=bytes(144)),
    "no header": lambda arrays, name: instead(arrays, name, b"\x93NUMPY"),
    "another version": lambda arrays, name: instead(arrays, name, b"\x93NUMPY\x09\x09" + bytes(9)),
    "an archive inside": lambda arrays, name: instead(arrays, name, with_arrays(arrays)),
    "another packer": lambda arrays, name: with_arrays(arrays, ZIP_LZMA),
    "a bomb": bomb,
    "a bomb that lies": bomb_that_lies,
    "encrypted": encrypted,
    "one array twice": twice,
    "many arrays": many,
    "a name that climbs": renamed("../../up"),
    "a name from the root": renamed("/etc/passwd"),
}


def pickled(trap):
    """{name: a good file turned into one that holds a pickle}"""
    objects, stream = np.array([trap, None], dtype=object), io.BytesIO()
    np.save(stream, objects, allow_pickle=True)
    inside = stream.getvalue()
    return {
        "a pickle": lambda arrays, name: pickle.dumps(trap),
        "a pickled array": lambda arrays, name: inside,
        "pickled inside": lambda arrays, name: instead(arrays, name, inside),
        "said to be numbers": lambda arrays, name: instead(
            arrays, name, inside.replace(b"'|O'", b"'f8'")
        ),
    }
