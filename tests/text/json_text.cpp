#include "text/json_text.hpp"

#include <doctest/doctest.h>

using namespace fleks;

namespace {

constexpr JsonTree::Limits limits{.values = 100, .depth = 8, .fields = 20};

JsonTree tree_of(std::string_view json) {
  JsonTree tree;
  REQUIRE(tree.read(json, limits).empty());
  return tree;
}

}  // namespace

TEST_CASE("The canonical form is one, whatever order and space the text had") {
  const JsonTree a = tree_of(R"({ "b" : [1, 2.50, -0.1, true, false, null, "x", [], {}], "a" : {"d": 1, "c": 2} })");
  const JsonTree b = tree_of(R"({"a":{"c":2,"d":1},"b":[1,2.50,-0.1,true,false,null,"x",[],{}]})");
  CHECK(canonical_json(a, 0) == R"({"a":{"c":2,"d":1},"b":[1,2.50,-0.1,true,false,null,"x",[],{}]})");
  CHECK(canonical_json(a, 0) == canonical_json(b, 0));
  CHECK(canonical_json(a, 0, "b") == R"({"a":{"c":2,"d":1}})");
  CHECK(canonical_json(a, 0, "c") == canonical_json(a, 0));
}

TEST_CASE("A text is escaped where JSON must, and reads the same again") {
  const std::string text = "\"\\/\b\f\n\r\t\x01\x1f æøå \u2028";
  CHECK(json_string(text) == "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f æøå \u2028\"");
  const JsonTree tree = tree_of(std::string("[").append(json_string(text)).append("]"));
  CHECK(tree[tree[0].first].text == text);
}

TEST_CASE("Indented: the same data on lines of their own, in the order in which they were read") {
  const JsonTree tree = tree_of(R"({"b":[1,{"c":"x"}],"a":[],"d":{}})");
  CHECK(indented_json(tree, 0, 2) ==
        "{\n    \"b\": [\n      1,\n      {\n        \"c\": \"x\"\n      }\n    ],\n    \"a\": [],\n    \"d\": {}\n  }");
  CHECK(canonical_json(tree_of(indented_json(tree, 0, 2)), 0) == canonical_json(tree, 0));
}
