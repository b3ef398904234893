"""Texts that make cleaners work: pieces of damage and boilerplate between pieces of every script."""

from hypothesis import strategies as st

from bersih.rules.shelf import own_packs

_HITS = [hit for pack in own_packs() for rule in pack.rule for hit in rule.hits]

_DAMAGE = [
    "Ã©", "â€œ", "â€™", "Ã‚Â£", "Ð¿Ñ€Ð¸", "\x92", "\x85", "Ã\xa0 la", "ï»¿", "\ufffd",
    "&amp;", "&amp;amp;", "&nbsp;", "&#146;", "&#x26;lt;", "&lt;b&gt;", "&&num;38;", "&", ";", "`&amp;`",
    "\x00", "\x1b[31m", "\x1b]8;;x\x07", "\x1b", "\ufeff", "\u2028", "\x0b", "\x0c", "\r", "\r\n",
    "\ud83d", "\ude00", "\ud83d\ude00", "\udce9", "e\u0301", "\u1112\u1161\u11ab", "\u037e", "\u212b", "a\u0327\u0301",
    "artileri.aria digunakan", "mewakiliaria", "menunggumente dan", "  ", "   ", "\t", "|", "<b>", "<p>", "<!doctype html>",
    "\u200b", "\u00ad", "\u200d", "\u202e", "\U0001f468\u200d\U0001f469",
    "\ufe0f", "\U000e0061", "\U0001f3f4", "\u2060", "\ufb01", "don?t", "\xa0", "\u2009", "\u3000", "\uff21\uff22", "\uff76\uff9e",
    "\\u201c", "\\ud83d", "\\xe2\\x80\\x9c", "%u201C", "\\/", "\\n", '\\"', "%E2%80%9C", "%C3", "=E2=80=9C", "=3D", "=\n", "=",
    "[31m", "[0m", "&eacute", "&#8217", "p\u0430y", "\u041ce", "M\u043e\u0441\u043a\u0432a",
]  # fmt: skip

_PROSE = [
    "Harga beras naik lagi pekan ini, kata para pedagang di pasar induk kota itu kepada wartawan pada hari Senin.",
    "The minister said on Monday that the new bridge would open before the end of the year, weather permitting.",
    "O ministro disse na segunda-feira que a nova ponte será aberta antes do fim do ano, se o tempo permitir.",
    "Harga Beras Naik Lagi Pekan Ini di Pasar Induk", "Министр сказал, что мост откроют.", "大臣は月曜日に述べた。", "قال الوزير",
    "baca juga", "persenjataan", "Kesimpulan", "1. Satu", "def f(x):", "    return x", "| a | b |",
]  # fmt: skip

_SEPARATORS = ["\n", "\n\n", "\n\n\n", " ", "", "\n \n", "\r\n", "\r\n\r\n"]

pieces = st.one_of(
    st.sampled_from(_HITS),
    st.sampled_from(_DAMAGE),
    st.sampled_from(_PROSE),
    st.text(max_size=8),
    st.text(alphabet="aeÃÂâ€©\u0301\u0327&;#x26amp \n\r<>", max_size=12),
)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Draw a text of up to some twenty pieces, any of which may stand alone on its line or be glued to the next."""
    parts: list[str] = []
    for piece in draw(st.lists(pieces, max_size=20)):
        parts += [piece, draw(st.sampled_from(_SEPARATORS))]
    return "".join(parts)
