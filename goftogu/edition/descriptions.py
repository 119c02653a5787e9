"""What an interview is about, in a few sentences, for those who have not read it: metadata and reference managers."""

from __future__ import annotations

from typing import Final

from goftogu.edition import wording
from goftogu.edition.material import Material
from goftogu.model import Bilingual, Language, Role

_WITH: Final = Bilingual("گفت‌وگو با {}", "Interview with {}")
_BY: Final = Bilingual("پرسشگر: {}", "by {}")
_TOPICS: Final = Bilingual("موضوع‌ها: {}", "Topics: {}")


def abstract(material: Material, language: Language) -> str:
    """Return what the archive itself says of an interview as plain text: the summary, else the first words above it.

    It is empty when the archive says nothing. The line that leads to the text says nothing of it.
    """
    interview = material.interview
    unit = material.particulars.summary or interview.lede or next(iter(interview.introduction), None)
    return material.plain(unit, language) if unit else ""


def description(material: Material, language: Language) -> str:
    """Return the abstract of an interview; without one, who speaks with whom, when, and about which topics."""
    return abstract(material, language) or " ".join(filter(None, _facts(material, language)))


def _facts(material: Material, language: Language) -> tuple[str, str]:
    asked, asking = (
        wording.AND[language].join(credit.name(language) for credit in material.credits(role))
        for role in (Role.INTERVIEWEE, Role.INTERVIEWER)
    )
    who = _WITH[language].format(asked) if asked else wording.INTERVIEW[language]
    said = [who, _BY[language].format(asking) if asking else "", material.date(language)]
    labels = wording.COMMA[language].join(topic.label[language] for topic in material.topics())
    about = f"{_TOPICS[language].format(labels)}." if labels else ""
    return f"{wording.COMMA[language].join(filter(None, said))}.", about
