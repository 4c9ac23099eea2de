#include "text/json_tree.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace fleks;
using namespace std::string_literals;

// The one reading of JSON, for cases and for reforms: numbers keep their text, and each thing that is wrong is named.

namespace {

constexpr JsonTree::Limits small{.values = 10, .depth = 3, .fields = 4};

Error refused(const std::string& json) {
  JsonTree tree;
  const auto errors = tree.read(json, small);
  REQUIRE(errors.size() == 1);
  return errors.front();
}

}  // namespace

TEST_CASE("a tree has the values in their order, and a number is its text") {
  JsonTree tree;
  REQUIRE(tree.read(R"({"a": 15600.50, "b": [true, null, "x"], "c": -7})", small).empty());
  CHECK(tree[0].kind == JsonTree::Kind::object);
  CHECK(tree[0].count == 3);
  const auto a = tree[0].first, b = tree[a].next, c = tree[b].next;
  CHECK(tree[a].key == "a");
  CHECK(tree[a].kind == JsonTree::Kind::number);
  CHECK(tree[a].text == "15600.50");
  CHECK(tree[b].count == 3);
  CHECK(tree[tree[b].first].truth);
  CHECK(tree.path(tree[tree[b].first].next) == "b[1]");
  CHECK(tree.path(b, "d") == "b.d");
  CHECK(tree[c].text == "-7");
  CHECK(tree[c].next == 0);
}

TEST_CASE("what follows a NUL is not left unread: the text is refused, with its line") {
  for (const std::string& json : {"{\"a\": 1}\n\0 and more"s, "{\"a\":\n\0 1}"s, "{}\n\0"s}) {
    const Error e = refused(json);
    CHECK(e.code == ErrorCode::not_text);
    CHECK(e.line == 2);
  }
  CHECK(refused("\0{}"s).line == 1);
  CHECK(refused("{\"a\": \"\xe6\"}").code == ErrorCode::not_text);
  // Written as an escape it is a letter of a text.
  JsonTree tree;
  CHECK(tree.read(R"({"a": "x\u0000y"})", small).empty());
  CHECK(tree[tree[0].first].text == "x\0y"s);
}

TEST_CASE("text that is no JSON, too deep, too long or too wide is refused where it is") {
  const Error open = refused("{\n\"a\": [1,");
  CHECK(open.code == ErrorCode::not_json);
  CHECK(open.line == 2);
  CHECK(refused("").code == ErrorCode::not_json);
  CHECK(refused("{} {}").code == ErrorCode::not_json);
  const Error deep = refused(R"({"a": {"b": {"c": {}}}})");
  CHECK(deep.code == ErrorCode::too_deep);
  CHECK(deep.field == Field("a.b.c"));
  CHECK(deep.given == "3");
  CHECK(refused("[[[[]]]]").field == Field("[0][0]"));
  const Error many = refused("[1,2,3,4,5,6,7,8,9,10]");
  CHECK(many.code == ErrorCode::too_many);
  CHECK(many.allowed == Allowed(AtMost{10}));
  const Error wide = refused(R"({"a": {"b": 1, "c": 1, "d": 1, "e": 1, "f": 1}})");
  CHECK(wide.code == ErrorCode::too_many);
  CHECK(wide.field == Field("a"));
  CHECK(wide.allowed == Allowed(AtMost{4}));
  CHECK(refused(std::string(JsonTree::most_bytes + 1, ' ')).code == ErrorCode::too_large);
}

TEST_CASE("a field given twice is named once, and its second is known so that nobody calls it unknown") {
  JsonTree tree;
  const auto errors = tree.read(R"({"a": 1, "a": 2, "b": {"c": 1, "c": {}}})", small);
  REQUIRE(errors.size() == 2);
  CHECK(errors[0] == Error{.code = ErrorCode::duplicate, .field = "a", .given = "a"});
  CHECK(errors[1] == Error{.code = ErrorCode::duplicate, .field = "b.c", .given = "c"});
  const auto first = tree[0].first, second = tree[first].next, third = tree[second].next;
  CHECK(!tree[first].taken);
  CHECK(tree[second].taken);
  CHECK(!tree[third].taken);
}
