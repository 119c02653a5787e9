"""Tokens of one script as they are found in lines of the other, for tests of their order on a page."""

from __future__ import annotations

from typing import Final

IN_PERSIAN: Final = (
    *("C++", "C#", "F#", "g++", ".NET", "node.js", "H2O", "G20", "3G/4G", "5G", "4x4", "1st", "A/B", "R&D", "AT&T"),
    *("Ph.D.", "U.S.", "e.g.", "Dr. Smith", "J. R. R. Tolkien", "don't", "O’Neill", "Škoda", "COVID-19", "F-16"),
    *("wi-fi", "v2.0", "--help", "Ctrl+C", "key=value", "f(x)", "g(f(x))", "a(b)c", "x²", "km²", "E = mc²"),
    *("x = 2 + y", "2x + 3 = 7", "2 + 2 = 4", "۲ + ۲ = ۴", "5 - 7 = -2", "10^6", "1/2 + 1/3", "a->b"),
    *(
        "-5",
        "−5",
        "−۵",
        "+3",
        "±۰٫۵",
        "-3.5%",
        "50%",
        "12.5 %",
        "25°C",
        "35.7°",
        "۲۵°",
        "$100",
        "€50",
        "۱۰۰$",
        "#5",
        "18+",
    ),
    *("5 km", "120 km/h", "3.5 GB", "2024-07-19", "۱۴۰۳-۰۴-۲۹", "2025-12-13T10:30", "978-600-123-456-7"),
    *("021-88776655", "۰۲۱-۴۴۵۵۶۶", "(021) 8877-6655", "+98 21 8877 6655", "0912 345 6789", "۰۹۱۲ ۳۴۵ ۶۷۸۹"),
    *("https://example.org/a?b=1", "https://example.org/?q=tea&n=2#top", "www.example.org/a", "example.org/a"),
    *("a.b@example.org", "first+last@example.org", "@handle", "#tag", "C:\\new", "/usr/bin/env", "~/docs", "../x"),
    *("ISO 9001:2015", "iPhone 15", "Windows 11", "Paris, London", "Title: Subtitle", "Tehran – Paris"),
    *("Organization of Islamic Cooperation (OIC)", "“To be, or not to be?”", '"Who is it?"', "“Yes!”"),
)
"""What is read from left to right in a Persian line, as a whole."""

IN_ENGLISH: Final = (
    *("گفت‌وگو", "گفت‌وگو، سخن", "چرا؟", "«چرا؟»", "«نه! هرگز.»", "سازمان (شانگهای)", "۱۳ آبان ۱۳۵۸", "سال ۱۳۵۷"),
    *("سال 1357 شمسی", "بوستان. سپس رفت", "نان – آب", "علی‌اکبر", "می‌شود؛", "۱۲٫۵ میلیون", "دکتر ح. رضایی"),
)
"""What is read from right to left in an English line, as a whole."""
