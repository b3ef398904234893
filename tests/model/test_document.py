"""What a document says of itself."""

from bersih.model.document import Document
from bersih.model.edit import Label


def test_the_base_of_a_language_is_without_its_script_and_region() -> None:
    documents = [Document.of("", labels=(Label("language", code),)) for code in ("zh-Hant", "id", "und")]
    assert [doc.base_language for doc in documents] == ["zh", "id", ""]
    assert Document.of("").base_language == ""
