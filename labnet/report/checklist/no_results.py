"""What may hold numbers that nobody has measured: names, dates, references, lists."""

UNIT = (  # of what is counted in this course: behind a number, it makes it one that was measured
    r"(?:epo[a-z]*|épo\w*|эпох\w*|ep[oó]k\w*|runs?|steps?|points?|punkte?n?|examples?|cases?|seeds?|"
    r"iterations?|iterationen|updates?|parameters?|parametern?|weights?|units?|networks?|samples?|"
    r"schritte?n?|läufe?n?|times|trainings?|seconds?|minutes?|numbers|values|of)\b"
)
ANY_YEAR = r"(?:1[6-9]|20)\d\d"
LIST = r"\d+(?:\.\d+)*[a-z]?(?:\s*(?:,|[-–]|and|or|to|und|et|y|e|和|と)\s*\d+(?:\.\d+)*[a-z]?)*"
PLACES = (  # what is numbered, and not measured
    r"sections?|sect?\.|chapters?|ch\.|pages?|pp?\.|appendix|eqs?\.|equations?|theorems?|lemma|"
    r"algorithms?|listings?|notebooks?|cells?|lines?|exercises?|tasks?|questions?|problems?|"
    r"assignments?|sheets?|labs?|lectures?|weeks?|rooms?|groups?|teams?|courses?|modules?|"
    r"volumes?|vol\.|issue|isbn|issn|version|release|v\.|id|no\.|nr\.|numbers?|matric\w*|"
    r"registration|enrol\w*|student|"
    r"abschnitte?n?|kapiteln?|seiten?|s\.|gleichung(?:en)?|gl\.|aufgaben?|übung(?:en)?|gruppe|"
    r"matrikel\w*|anhang|secci[oó]n|cap[ií]tulo|p[aá]gina|ecuaci[oó]n|seção|equação|"
    r"sezione|capitolo|pagina|chapitre|équation|paragraphe|exercice|"
    r"разделе?|глав\w+|стр\.|страниц\w+|уравнени\w+|rozdzia\w+|stron\w+|bölüm|sayfa|"
    r"القسم|الفصل|الصفحة|المعادلة|บทที่|หน้า|สมการ(?:ที่)?|ส่วนที่|หัวข้อ"
)
SOFTWARE = (
    r"python|numpy|scipy|pandas|matplotlib|jupyter\w*|ipython|pytorch|torch|tensorflow|keras|jax|"
    r"scikit-learn|sklearn|labnet|windows|ubuntu|debian|fedora|linux|macos|android|ios|cuda|"
    r"chrome|chromium|firefox|safari|edge|v"
)
YEARS = (
    r"\b(?:year|jahre?|année|año|anno|ano|rok\w*|tahun|năm|yıl\w*|vuonna|år|году?|год\w*|έτος)\b|"
    r"ปี|พ\.ศ\.|ค\.ศ\.|عام|سنة|سال|वर्ष|সাল|שנת"
)
SOURCES = (  # the titles of a list of literature
    r"(?i)references?$|bibliogra|literatur|sources?$|works cited|quellen|référence|referenc|"
    r"fuentes|fonti$|bronnen|källor|литература|источник|библиогр|kaynak|参考|參考|引用|참고|"
    r"المراجع|المصادر|מקורות|संदर्भ|เอกสารอ้างอิง|tài liệu"
)
DASHES = r"[ \t]*:?-+:?[ \t]*"
NO_RESULTS = (
    rf"(?m)^.*\|.*\n[ \t]*\|?(?:{DASHES}\|)*{DASHES}\|?[ \t]*$(?:\n.*\|.*)*",  # a table
    r"(?m)^ {0,3}#{1,6}\s.*$",
    r"(?m)^.*\n(?==+[ \t]*$)",
    r"(?m)^[ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)?\[\^?\w+\][.:]?[ \t]+(?:.+\n?)*",  # of a source
    r"(?m)^[ \t>]*(?:[-*+][ \t]+)?[*_]*\(?\d+(?:\.\d+)*[.)][*_]*(?=\s)",  # of a list
    r"(?m)^[ \t>]*\*\*[1-9]\d?(?:\.\d{1,2})+\s(?!\s*%)",  # of a heading in bold letters
    r"\[\^?\d+(?:\s*[-–,;]\s*\d+)*\]",
    rf"(?i)(?<!\w)(?:{PLACES})\s*(?:(?:no|nr|number|id)\b\.?)?[\s:：#№(（]*{LIST}(?!\w)",
    rf"(?i)(?<!\w)(?:{SOFTWARE})[\s=>~]*v?\d+(?:\.\d+)*",
    rf"(?i)(?:{YEARS})\s*\d{{4}}(?!\d)",
    r"第\s*\d+|\d+(?:\.\d+)*\s*(?:[节節章页頁题題号號]|ページ|쪽|장|절)",
    r"\d+\s*[年月日]|\d+\s*(?:년|월|일)(?!\w)",
    rf"\b{ANY_YEAR}\s?[-–/]\s?(?:{ANY_YEAR}|\d\d)\b(?!\s*{UNIT})",
    r"\b\d{1,4}[-./]\d{1,2}[-./]\d{1,4}\b|\b\d{1,2}:\d\d(?::\d\d)?\b",
    rf"\b\d{{1,2}}[^\s\d]{{0,2}}\s+(?:of\s+|de\s+)?(?!{UNIT})[^\W\d_]{{3,}}\.?,?\s+(?:del?\s+)?{ANY_YEAR}\b",
    rf"\b(?!{UNIT})[^\W\d_]{{3,}}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+{ANY_YEAR}\b(?!\s*{UNIT})",
    r"\b\d{1,2}\.?\s+(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{3,})?\b",
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{3,})?\.?\s+\d{1,2}\b",
    r"\bv?(?!\d{1,3}(?:\.\d{3})+\b)\d+(?:\.\d+){2,}\w*",  # a version
    r"\b\d+(?:-\d+){2,}\b",  # the widths of a network
    rf"\b[A-Z]{{2,}}[ \-]?[1-9]\d*\b(?![.,]\d|\s?%|\s+{UNIT})",  # a course, a name
    r"\b[^\W\d_]+-\d+\b(?![.,]\d|\s?%)",  # CIFAR-10
    r"(?<!\d[.,'’٬ \u00a0\u2009\u202f])\b0\d+\b(?![.,]\d)",
    r"\+\d+(?:[ /-]+\d+)+",  # a telephone
)
