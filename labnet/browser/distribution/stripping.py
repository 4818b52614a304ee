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
            r"([^/]+\.data|anywidget/(lab|nb)extension)/",  # files for JupyterLab's own folders
        )
    )
)


def unpack(path, folder):
    with zipfile.ZipFile(path) as archive:
        needed = [name for name in archive.namelist() if not LEFT_OUT.match(name)]
        archive.extractall(folder, needed)
