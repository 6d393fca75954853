"""The rules that follow from the schema."""

from typing import Final

from idebank.diagnostics import Rule, Severity

DATE_FORM: Final = Rule("date-form")
EMPTY_FIELD: Final = Rule("empty-field", Severity.ADVICE, points_at_key=True)
EMPTY_VALUE: Final = Rule("empty-value")
EVENT_TIME_FORM: Final = Rule("event-time-form")
FIELD_IN_WRONG_PLACE: Final = Rule("field-in-wrong-place", points_at_key=True)
FIELDS_WHERE_LIST_WANTED: Final = Rule("fields-where-list-wanted")
FIELDS_WHERE_TEXT_WANTED: Final = Rule("fields-where-text-wanted")
IMPOSSIBLE_DATE: Final = Rule("impossible-date")
LANGUAGE_NO: Final = Rule("language-no")
LIST_WHERE_FIELDS_WANTED: Final = Rule("list-where-fields-wanted")
LIST_WHERE_TEXT_WANTED: Final = Rule("list-where-text-wanted")
MISSING_FIELD: Final = Rule("missing-field")
NAME_WITHOUT_LETTERS: Final = Rule("name-without-letters")
NEGATIVE_NUMBER: Final = Rule("negative-number")
NOT_A_NUMBER: Final = Rule("not-a-number")
NOT_A_SLUG: Final = Rule("not-a-slug")
NOT_A_WEB_ADDRESS: Final = Rule("not-a-web-address")
NOT_A_YEAR: Final = Rule("not-a-year")
NOT_AN_EMAIL_ADDRESS: Final = Rule("not-an-email-address")
NOT_AN_OFFSET: Final = Rule("not-an-offset")
NOT_TRUE_OR_FALSE: Final = Rule("not-true-or-false")
ODD_FILE_REFERENCE: Final = Rule("odd-file-reference")
REPEATED_VALUE: Final = Rule("repeated-value")
STOPPED_WITHOUT_REASON: Final = Rule("stopped-without-reason")
TEXT_WHERE_FIELDS_WANTED: Final = Rule("text-where-fields-wanted")
TEXT_WHERE_LIST_WANTED: Final = Rule("text-where-list-wanted")
TOO_LONG: Final = Rule("too-long")
TOO_MANY_VALUES: Final = Rule("too-many-values")
UNKNOWN_COUNTY: Final = Rule("unknown-county")
UNKNOWN_FIELD: Final = Rule("unknown-field", points_at_key=True)
UNKNOWN_MUNICIPALITY: Final = Rule("unknown-municipality")
UNKNOWN_SDG: Final = Rule("unknown-sdg")
UNKNOWN_VALUE: Final = Rule("unknown-value")

RULES: Final = (
    DATE_FORM,
    EMPTY_FIELD,
    EMPTY_VALUE,
    EVENT_TIME_FORM,
    FIELD_IN_WRONG_PLACE,
    FIELDS_WHERE_LIST_WANTED,
    FIELDS_WHERE_TEXT_WANTED,
    IMPOSSIBLE_DATE,
    LANGUAGE_NO,
    LIST_WHERE_FIELDS_WANTED,
    LIST_WHERE_TEXT_WANTED,
    MISSING_FIELD,
    NAME_WITHOUT_LETTERS,
    NEGATIVE_NUMBER,
    NOT_A_NUMBER,
    NOT_A_SLUG,
    NOT_A_WEB_ADDRESS,
    NOT_A_YEAR,
    NOT_AN_EMAIL_ADDRESS,
    NOT_AN_OFFSET,
    NOT_TRUE_OR_FALSE,
    ODD_FILE_REFERENCE,
    REPEATED_VALUE,
    STOPPED_WITHOUT_REASON,
    TEXT_WHERE_FIELDS_WANTED,
    TEXT_WHERE_LIST_WANTED,
    TOO_LONG,
    TOO_MANY_VALUES,
    UNKNOWN_COUNTY,
    UNKNOWN_FIELD,
    UNKNOWN_MUNICIPALITY,
    UNKNOWN_SDG,
    UNKNOWN_VALUE,
)
"""Every rule of this layer."""
