"""The closed list of what an edit can be about, one sentence each.

A category is `family.kind`. A family alone ("boilerplate") stands for all its kinds
wherever categories are chosen (`--only`, `--skip`, `only = [...]` in a chain file).
"""

from collections.abc import Iterable

from bersih.errors import ConfigError, did_you_mean

CATEGORIES: dict[str, str] = {
    "boilerplate.advertisement": "A label that marks the place of an advertisement.",
    "boilerplate.scroll": "A prompt to scroll or read on, past an advertisement.",
    "boilerplate.continue": "A link to the rest of the text or to its next page.",
    "boilerplate.related": "A link, or the label of links, to other stories.",
    "boilerplate.share": "A button or prompt to share, print, save or copy the page.",
    "boilerplate.follow": "A prompt to follow the publisher on another service.",
    "boilerplate.newsletter": "A prompt to subscribe to a newsletter or push messages.",
    "boilerplate.app": "A prompt to install the publisher's app.",
    "boilerplate.comments": "The furniture of a comment section, not the comments.",
    "boilerplate.comment-text": "What readers wrote below the text.",
    "boilerplate.cookies": "A consent banner, or a link to a cookie or privacy notice.",
    "boilerplate.paywall": "A prompt to log in, register or pay.",
    "boilerplate.credit": "The credit of a photo, video or graphic.",
    "boilerplate.byline": "The names or initials of those who wrote or edited the text.",
    "boilerplate.signature": "Initials or names alone below the text.",
    "boilerplate.author": "The biography of an author.",
    "boilerplate.date": "When the text was published or changed.",
    "boilerplate.caption": "The caption of a picture.",
    "boilerplate.dateline": "The place, date and agency before the first sentence.",
    "boilerplate.tags": "The list of topics the page is filed under.",
    "boilerplate.copyright": "A copyright notice or a ban on copying.",
    "boilerplate.syndication": "A note on where the text was published before.",
    "boilerplate.disclaimer": "A standing disclaimer of the publisher.",
    "boilerplate.contents": "A table of contents made by the template.",
    "boilerplate.navigation": "Menus, breadcrumbs, page numbers, search boxes, links back to the top.",
    "boilerplate.widget": "What is left of a widget, an embed or an ad script.",
    "boilerplate.teaser": "The headline or first words of another story, without a label.",
    "boilerplate.duplicate": "A paragraph that stood in the document before, word for word.",
    "boilerplate.listed": "A line that stands in a list of phrases of the user's own.",
    "boilerplate.layout": "A line above or below the text whose place and looks are those of boilerplate.",
    "boilerplate.markup": "The markup of a page around its main content.",
    "encoding.mojibake": "Text that was decoded with the wrong encoding.",
    "encoding.entity": "A character reference of HTML that was never decoded.",
    "encoding.control": "A control character, escape sequence or stray byte-order mark.",
    "encoding.surrogate": "A character split into two surrogate code points.",
    "encoding.invisible": "An invisible character that does nothing where it stands.",
    "encoding.ligature": "A ligature of a typesetter inside a word.",
    "encoding.escape": "An escape sequence of a programming language or data format, left in the text.",
    "encoding.ftfy": "One of the changes that ftfy makes by default: to encoding damage, quotes, width or ligatures.",
    "encoding.homoglyph": "A letter of another script that looks like the one meant.",
    "repair.broken-line": "A line break in the middle of a sentence, where a page had an inline tag.",
    "repair.glued-word": "Words that lost the space between them, where a page had an inline tag.",
    "repair.hyphenation": "A hyphen and line break inside a word.",
    "repair.spaced-letters": "A word whose letters were set apart by spaces.",
    "repair.space": "A space too many or too few beside punctuation.",
    "repair.foreign-tail": "The ending of a source word that a translation left glued to its own word.",
    "language.other": "A document or paragraph in another language than those asked for.",
    "normalization.unicode": "One of several equal spellings of a character, made NFC.",
    "normalization.newline": "A line end other than a line feed.",
    "normalization.space": "A run of spaces, or a space of another width or kind.",
    "normalization.width": "A letter of full or half width, made the usual width.",
    "custom.function": "A change made by a function of the user's own.",
}

FAMILIES: frozenset[str] = frozenset(name.partition(".")[0] for name in CATEGORIES)


def check_categories(names: Iterable[str], where: str) -> frozenset[str]:
    """Return *names* as a set of categories and families.

    Raises:
        ConfigError: where a name is neither; it says *where* it was found and the nearest legal name.
    """
    names = frozenset(names)
    for name in sorted(names):
        if name not in CATEGORIES and name not in FAMILIES:
            msg = f"{where}: {name!r} is not a category. {did_you_mean(name, [*CATEGORIES, *FAMILIES])}"
            raise ConfigError(msg)
    return names


def is_among(category: str, chosen: frozenset[str]) -> bool:
    """Return whether *category*, or its family, is in *chosen*."""
    return category in chosen or category.partition(".")[0] in chosen
