#include <doctest/doctest.h>

#include <fleks/fleks.hpp>

#include "text/shown_json.hpp"

using namespace fleks;

// B1: what comes from outside is shown so that it cannot write as another.

TEST_CASE("a text from outside is on one line, and what is no letter stands as its bytes") {
  CHECK(shown("Mette Hansen, Ærøskøbing €") == "Mette Hansen, Ærøskøbing €");
  CHECK(shown("").empty());
  CHECK(shown("Mette\n\tTil udbetaling") == "Mette\\x0a\\x09Til udbetaling");
  CHECK(shown(std::string_view("a\0b", 3)) == "a\\x00b");
  CHECK(shown("\x1b[31mRED\x7f\r") == "\\x1b[31mRED\\x7f\\x0d");
  struct Row {
    const char *what, *text, *shown;
  };
  for (const Row& row : {
           Row{"the first and last of the second set of control characters", "\xc2\x80|\xc2\x9f", "\\xc2\\x80|\\xc2\\x9f"},
           Row{"a hard space", "\xc2\xa0", "\xc2\xa0"},
           Row{"the Arabic mark of direction and its neighbours", "\xd8\x9b\xd8\x9c\xd8\x9d", "\xd8\x9b\\xd8\\x9c\xd8\x9d"},
           Row{"marks of direction", "\xe2\x80\x8d\xe2\x80\x8e\xe2\x80\x8f\xe2\x80\x90",
               "\xe2\x80\x8d\\xe2\\x80\\x8e\\xe2\\x80\\x8f\xe2\x80\x90"},
           Row{"separators of lines and paragraphs", "\xe2\x80\xa7\xe2\x80\xa8\xe2\x80\xa9", "\xe2\x80\xa7\\xe2\\x80\\xa8\\xe2\\x80\\xa9"},
           Row{"overrides of direction", "\xe2\x80\xaa\xe2\x80\xae\xe2\x80\xaf", "\\xe2\\x80\\xaa\\xe2\\x80\\xae\xe2\x80\xaf"},
           Row{"isolates of direction", "\xe2\x81\xa5\xe2\x81\xa6\xe2\x81\xa9\xe2\x81\xaa",
               "\xe2\x81\xa5\\xe2\\x81\\xa6\\xe2\\x81\\xa9\xe2\x81\xaa"},
           Row{"a byte-order mark", "\xef\xbb\xbf", "\\xef\\xbb\\xbf"},
           Row{"annotations", "\xef\xbf\xb8\xef\xbf\xb9\xef\xbf\xbb\xef\xbf\xbc", "\xef\xbf\xb8\\xef\\xbf\\xb9\\xef\\xbf\\xbb\xef\xbf\xbc"},
           Row{"bytes that are no text", "a\xff\xe2\x80", "a\\xff\\xe2\\x80"},
           Row{"a sign of four bytes", "\xf0\x9f\x98\x80", "\xf0\x9f\x98\x80"},
       }) {
    CAPTURE(row.what);
    CHECK(shown(row.text) == row.shown);
  }
  CHECK(shown("æøå", 3) == "æøå");
  CHECK(shown("æøåx", 3) == "æøå...");
  CHECK(shown("\n\n", 1) == "\\x0a...");
}

TEST_CASE("in a JSON text the same are written as escapes, and the data stay what they are") {
  CHECK(shown_json("{\n  \"a\": \"Ærø €\"\n}\n") == "{\n  \"a\": \"Ærø €\"\n}\n");
  CHECK(shown_json("[\"\xc2\x9b"
                   "2J\x7f\xe2\x80\xae\", \"\xef\xbb\xbf\"]") == "[\"\\u009b2J\\u007f\\u202e\", \"\\ufeff\"]");
  CHECK(shown_json("").empty());
}
