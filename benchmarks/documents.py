"""Documents to measure with, made of a few sentences by a seeded draw: the same on every machine.

Prose in six languages and four scripts, and the same prose with what a cleaner looks for: residue of web
pages, mojibake, references of HTML, line ends of Windows, decomposed letters, one line for a whole text.
"""

import html
import unicodedata
from collections.abc import Iterator, Mapping
from random import Random
from typing import NamedTuple

PROSE: Mapping[str, tuple[str, ...]] = {
    "id": (
        "Harga beras di pasar {place} naik {number} persen sejak awal bulan, kata pedagang kepada kami.",
        "Menurut mereka, kenaikan itu terjadi karena musim kemarau yang lebih panjang daripada tahun lalu.",
        "“Kami masih punya persediaan untuk {number} hari,” ujar seorang ibu yang berjualan di {place}.",
        "Pemerintah berjanji membuka gudang sebelum akhir pekan – tetapi belum ada truk yang datang.",
        "Di {place}, warga mulai mengganti nasi dengan singkong dan jagung dari kebun sendiri.",
    ),
    "en": (
        "The price of rice in {place} has gone up by {number} percent since the beginning of the month.",
        "Traders say it's the drought, which has lasted longer than anyone here can remember…",
        "“We have enough for {number} days,” said a woman who sells vegetables near the station in {place}.",
        "The government promised to open its stores before the weekend, but no truck has arrived yet.",
    ),
    "pt": (
        "O preço do arroz em {place} subiu {number} por cento desde o começo do mês, dizem os vendedores.",
        "Segundo eles, a razão é a seca, que já dura mais do que a do ano passado – e não há previsão de chuva.",
        "“Temos estoque para {number} dias”, contou uma senhora que vende pão e café na estação de {place}.",
    ),
    "ru": (
        "Цена на рис в городе {place} выросла на {number} процентов с начала месяца, говорят продавцы.",
        "По их словам, причиной стала засуха, которая длится дольше, чем в прошлом году.",
        "«Запасов хватит на {number} дней», – сказала женщина, торгующая овощами у вокзала.",
    ),
    "zh": (
        "商贩们说，从本月初开始，{place}市场上的大米价格上涨了百分之{number}。",
        "他们认为，原因是今年的旱季比去年更长，收成也更晚。",
        "“我们的存货还够卖{number}天，”一位在车站旁边卖菜的妇女说。",
    ),
    "ar": (
        "ارتفع سعر الأرز في {place} بنسبة {number} في المئة منذ بداية الشهر، كما يقول الباعة.",
        "ويرى هؤلاء أن السبب هو موسم الجفاف الذي استمر أطول مما كان عليه في العام الماضي.",
        "وقالت امرأة تبيع الخضار قرب المحطة: «لدينا ما يكفي {number} يومًا».",
    ),
}
PLACES = ("Jakarta", "Solo", "Medan", "Kupang", "Belém", "Recife", "Lisboa", "York")

# What extractors leave in between, one line each.
RESIDUE = (
    "Baca juga: Harga Gula di Pasar Ikut Naik",
    "ADVERTISEMENT",
    "Gulir untuk melanjutkan membaca",
    "Simak Video Pilihan di Bawah Ini:",
    "Read also: Sugar Prices Follow Rice",
    "Share this article",
    "Leia também: Preço do açúcar sobe",
    "Читайте также: Цены на сахар растут",
    "Editor: S. Wulandari",
    "Foto: Dok. Pasar",
)

# Code points: web text is mostly of 0.5 to 20 kB, and in UTF-8 a document has somewhat more bytes than these.
SIZES = (500, 1_500, 4_000, 8_000, 18_000)

KINDS = ("clean", "residue", "mojibake", "entities", "crlf", "decomposed", "one line")


class Document(NamedTuple):
    """A text to measure with, and what kind it is."""

    kind: str
    text: str


def documents(*, rounds: int = 4, seed: int = 1, sizes: tuple[int, ...] = SIZES) -> list[Document]:
    """Return *rounds* documents of about each of *sizes* (code points) for every language and kind of damage."""
    random = Random(seed)  # noqa: S311 - the same documents every time is the point
    found: list[Document] = []
    for _ in range(rounds):
        for size in sizes:
            for language in PROSE:
                found.extend(_kinds(random, language, size))
    return found


def page(*, paragraphs: int = 40, seed: int = 1) -> str:
    """Return a page in HTML whose main content is so many *paragraphs* of Indonesian."""
    random = Random(seed)  # noqa: S311 - the same page every time is the point
    links = "".join(f'<li><a href="/{place.lower()}">{place}</a></li>' for place in PLACES)
    body = "\n".join(f"<p>{html.escape(_paragraph(random, 'id'))}</p>" for _ in range(paragraphs))
    return (
        '<!DOCTYPE html>\n<html lang="id"><head><meta charset="utf-8"><title>Harga beras naik</title>'
        "<style>p { margin: 0 }</style><script>var data = {};</script></head>\n"
        f'<body><header><nav class="menu"><ul>{links}</ul></nav></header>\n'
        f'<article><h1>Harga beras naik</h1>\n{body}\n</article>\n<aside class="related"><ul>{links}</ul></aside>\n'
        "<footer><p>Hak cipta. Semua hak dilindungi.</p></footer></body></html>\n"
    )


def _kinds(random: Random, language: str, size: int) -> Iterator[Document]:
    """Yield prose of about *size* code points, clean, and with each kind of damage."""
    lines = [_paragraph(random, language)]
    while sum(map(len, lines)) < size:
        lines.append(_paragraph(random, language))
    clean = "\n".join(lines) + "\n"
    yield Document("clean", clean)
    with_residue = [each for line in lines for each in (line, random.choice(RESIDUE))]
    yield Document("residue", "\n".join(with_residue) + "\n")
    yield Document("mojibake", "\n".join(_misread(line) if random.random() < 0.5 else line for line in lines))
    yield Document("entities", html.escape(clean.replace("“", "&ldquo;").replace(" ", "&nbsp;", 3)))
    yield Document("crlf", clean.replace("\n", "\r\n"))
    yield Document("decomposed", unicodedata.normalize("NFD", clean))
    yield Document("one line", "  ".join(lines))


def _paragraph(random: Random, language: str) -> str:
    """Return two to five sentences of *language* in a row."""
    sentences = random.choices(PROSE[language], k=random.randint(2, 5))
    return " ".join(each.format(place=random.choice(PLACES), number=random.randint(2, 90)) for each in sentences)


def _misread(line: str) -> str:
    """Return *line* as it looks where its UTF-8 was read as Latin-1."""
    return line.encode("utf-8").decode("latin-1")
