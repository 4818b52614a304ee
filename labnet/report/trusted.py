r"""What the converter of formulas may be trusted with: LaTeX that it draws as JupyterLab does.

Each word stands here because tests/browser/test_report_formulas.py has compared it with JupyterLab,
alone, with indices, in fractions, in tables and in random formulas. What is missing here is shown
as LaTeX. So the tables may grow, one word and one row of that test at a time.
"""

import re

words = str.split
GREEK = words("""
alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa varkappa lambda mu nu
xi pi varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega
Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega
""")
SIGNS = words("""
aleph hbar imath jmath ell Re Im partial infty prime emptyset varnothing nabla top bot angle forall
exists nexists neg lnot complement square blacksquare triangle bigstar checkmark
wedge land vee lor cap cup dagger ddagger sqcap sqcup uplus diamond bullet div odot oslash otimes
ominus oplus mp pm circ bigcirc setminus cdot cdotp ast times star intercal ltimes rtimes
propto parallel mid nmid perp in ni notin subset supset subseteq supseteq subsetneq supsetneq
leq le geq ge lt gt ll gg leqslant geqslant lesssim gtrsim nless ngtr nleq ngeq
prec succ preceq succeq sim simeq approx approxeq cong equiv asymp ne neq doteq triangleq models
vdash dashv vDash nsim therefore because between
to gets mapsto longmapsto leftarrow rightarrow leftrightarrow Leftarrow Rightarrow Leftrightarrow
longleftarrow longrightarrow longleftrightarrow Longleftarrow Longrightarrow Longleftrightarrow
uparrow downarrow updownarrow Uparrow Downarrow nearrow searrow swarrow nwarrow hookleftarrow
hookrightarrow leftharpoonup rightharpoonup rightleftharpoons leadsto nrightarrow nleftarrow
vdots ddots colon
""")
LARGE = words("""
sum prod coprod int iint iiint oint bigcap bigcup bigvee bigwedge bigoplus bigotimes
""")
LIMITED = words("lim limsup liminf max min sup inf Pr gcd")
FUNCTIONS = words("""
arcsin arccos arctan arg cos cosh cot coth csc deg dim exp hom ker lg ln log sec sin sinh tan tanh
""")
BARE = words("ldots cdots iff implies impliedby det quad qquad enspace")  # without an index
FENCES = words("""
langle rangle lfloor rfloor lceil rceil lvert rvert lVert rVert lbrace rbrace vert Vert
""")
ACCENTS = words("""
hat bar vec tilde dot ddot check breve acute grave mathring overline underline
overrightarrow overleftarrow
""")
STACKS = dict.fromkeys(words("frac dfrac tfrac binom overset underset stackrel"), "")
STACKS |= {"underbrace": "_", "overbrace": r"\^"}  # what stands between the two parts
TABLES = words("matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix cases dcases aligned gathered")
LONGEST = 5000  # characters
DEEPEST = 20  # brackets in brackets: thousands of them end the whole process


def names(*lists):
    return rf"\\(?:{'|'.join(name for one in lists for name in one)})(?![A-Za-z])"


TEXT = r"\\text(?:rm)?\s*\{(?:[^\W_]|[ .,:;()+/=!?*\[\]|@<>]|-(?!-)|'(?!')|\\%(?! ))+\}"
ROMAN = r"\\math(?:rm|bf|sf|tt)(?:\s*\{[A-Za-z0-9 ]+\}|\s+[A-Za-z])"
STYLED = r"\\math(?:it|frak)(?:\s*\{[A-Za-z]+\}|\s+[A-Za-z])"
CAPITALS = r"\\math(?:bb|cal|scr)(?:\s*\{[A-Z]+\}|\s+[A-Z])|\\mathbb\s*\{1\}"
WORDS = f"{TEXT}|{ROMAN}|{STYLED}|{CAPITALS}"
SIGN = names(GREEK, SIGNS)
FENCE = rf"(?:[()\[\]|/]|\\[{{}}|]|{names(FENCES)})"
FILLED = r"(?!\s*(?:\[|\\\\))"  # the first row of a table
ARGUMENT = rf"\s*(?:[{{A-Za-z0-9]|{SIGN})"
ALONE = rf"\s*\{{\s*{names(LARGE, LIMITED)}\s*\}}"  # what stands above it might slip beside it
TOKENS = (
    WORDS,
    SIGN,
    names(FENCES, FUNCTIONS),
    rf"{names(LARGE, LIMITED)}(?:\s*\\(?:no)?limits(?=\s*[_^]))?(?!\s*')",
    rf"{names(BARE)}(?!\s*[_^'])",
    r"\\dots(?=\s*(?:[A-Za-z0-9,.;:+\-=<>)\]}&]|\\\\|$))",
    rf"\\boldsymbol\s*\{{\s*(?:[A-Za-z]|{names(GREEK)})\s*\}}",
    r"\\operatorname\*?\s*\{[A-Za-z]+\}",
    rf"\\sqrt(?!\s*\[\s*\])(?=\s*\[|{ARGUMENT})",
    rf"{names(ACCENTS, STACKS)}(?={ARGUMENT})(?!{ALONE})",
    rf"[_^](?=\s*[*+\-]|{ARGUMENT}|\s*(?:{WORDS}))",
    rf"\\(?:left|right)\s*(?:\.|{FENCE})",
    rf"\\[bB]igg?[lrm]?\s*{FENCE}",
    r"\\not\s*=|\\(?:display|text)style(?![A-Za-z])|\\pmod\s*\{[A-Za-z0-9]+\}",
    rf"\\(?:begin|end)\{{(?:{'|'.join(TABLES)})\}}{FILLED}",
    rf"\\begin\{{array\}}\{{[lcr]+\}}{FILLED}|\\end\{{array\}}",
    r"\\(?:[,:;! {}|%$&_#]|\\(?!\s*[*\[]))",
    r"[0-9](?!\s+[0-9][0-9.,\s]*[_^'])",  # two numbers, of which the second alone has an index
    r"[A-Za-zα-ωΓΔΘΛΞΠΣΦΨΩ²³{}&+\-*/=<>()\[\]|,.:;!?'~\s×·≤≥≠≈∈→∞∂∇−±]",
)
TRUSTED = re.compile(f"(?:{'|'.join(TOKENS)})*")
STACK, BEGIN = re.compile(names(STACKS)), re.compile(ARGUMENT)
BETWEEN = {name: re.compile(rf"\s*{sign}") for name, sign in STACKS.items()}
BASE = re.compile(rf"\s*\{{\s*{names(LARGE)}\s*\}}")
INDEX = re.compile(r"\s*[_^']")
BRACE = re.compile(r"\\.|([{}])", re.DOTALL)
NESTED = re.compile(r"(\\left(?![a-z])|\\begin|(?<!\\)\{)|\\right(?![a-z])|\\end|(?<!\\)\}")


def is_trusted(tex):
    """Whether the converter draws this LaTeX as JupyterLab does, or refuses it."""
    fits = len(tex) <= LONGEST and depth(tex) <= DEEPEST
    return fits and bool(TRUSTED.fullmatch(tex)) and has_both_parts(tex)


def depth(tex):
    deepest = now = 0
    for found in NESTED.finditer(tex):
        now += 1 if found[1] else -1
        deepest = max(deepest, now)
    return deepest


def has_both_parts(tex):
    r"""Whether each fraction and its like has two plain parts; JupyterLab draws no \frac1\hat x."""
    for found in STACK.finditer(tex):
        name = found[0][1:]
        first = after_part(tex, found.end())
        between = first and BETWEEN[name].match(tex, first)
        second = between and after_part(tex, between.end())
        if not second or BASE.match(tex, between.end()):
            return False
        if STACKS[name] and INDEX.match(tex, second):
            return False
    return True


def after_part(tex, start):
    """Where it ends, in braces or not; None if there is none."""
    found = BEGIN.match(tex, start)
    if not found or not found[0].endswith("{"):
        return found and found.end()
    level = 1
    for brace in BRACE.finditer(tex, found.end()):
        level += {"{": 1, "}": -1}.get(brace[1], 0)
        if level == 0:
            return brace.end()
    return None
