"""unpack: a wheel's files, without those that no page needs."""

import re
import zipfile

LEFT_OUT = re.compile(
    "|".join(
        (
            r"(.*/)?tests?/",  # tests of others
            r".*\.(pyi|pxd|h|a|c)$",  # for type checkers and compilers
            r".*-linux-gnu\.so$",  # of another processor: markupsafe goes on without it
            r"numpy/(f2py|_core/include|distutils)/",
            r"matplotlib/mpl-data/(sample_data|images|plot_directive)/",  # windows' buttons
            r"matplotlib/mpl-data/fonts/(afm|pdfcorefonts)/",  # PostScript and PDF only
            r"matplotlib/mpl-data/fonts/ttf/(DejaVuSerif|DejaVuSansMono-|Humor)",  # unused
            r"matplotlib/backends/(web_backend|qt_editor)/",
            r"PIL/_(webp|avif|imagingft|imagingcms)\.",  # of pictures that none has
            r"pygments/lexers/_\w+_builtins\.py",  # names of languages that no notebook has
            r"anywidget/(lab|nb)extension/",  # JupyterLab has its own
            r"[^/]+\.data/(?!data/share/jupyter/nbconvert/templates/base/)",  # but for the report
        )
    )
)
DATA = re.compile(r"[^/]+\.data/data/")
PREFIX = "sys.prefix/"  # what start.mjs puts there


def unpack(path, folder):
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist():
            if not (LEFT_OUT.match(member.filename) or member.is_dir()):
                member.filename = DATA.sub(PREFIX, member.filename)
                archive.extract(member, folder)
