#include <doctest/doctest.h>

#include <cstdint>
#include <stdexcept>
#include <string>

#include "text/json_value.hpp"

using fleks::Json;

TEST_CASE("JSON: braces make an object where every part is a name with its value, and else a list") {
  CHECK(Json{{"a", 1}, {"b", "x"}}.written() == "{\n  \"a\": 1,\n  \"b\": \"x\"\n}");
  CHECK(Json{{"a", {{"b", nullptr}}}}.written() == "{\n  \"a\": {\n    \"b\": null\n  }\n}");
  CHECK(Json{1, 2}.written() == "[\n  1,\n  2\n]");
  CHECK(Json{{1, 2}, {"a", "b"}}.written() == "[\n  [\n    1,\n    2\n  ],\n  [\n    \"a\",\n    \"b\"\n  ]\n]");
  CHECK(Json::array({{"a", "b"}}).written() == "[\n  [\n    \"a\",\n    \"b\"\n  ]\n]");
  CHECK(Json::object().written() == "{}");
  CHECK(Json::array().written() == "[]");
  CHECK(Json().written() == "null");
}

TEST_CASE("JSON: numbers are whole, and texts are escaped and always UTF-8") {
  CHECK(Json(INT64_MIN).written() == "-9223372036854775808");
  CHECK(Json(INT64_MAX).written() == "9223372036854775807");
  CHECK(Json(true).written() == "true");
  CHECK(Json(false).written() == "false");
  CHECK(Json("\"\\\n\t\x01 æ").written() == "\"\\\"\\\\\\n\\t\\u0001 æ\"");
  CHECK(Json("a\xFF\xC3z\xE2\x82").written() == "\"a\xEF\xBF\xBD\xEF\xBF\xBDz\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

TEST_CASE("JSON: members stay in the order in which they came, each once") {
  Json json = Json::object();
  json["z"] = 1;
  json["a"] = json["b"] = 2;
  json["a"] = json["b"];
  json["z"] = "again";
  json.update({{"b", 3}, {"c", Json::array()}});
  CHECK(json.written() == "{\n  \"z\": \"again\",\n  \"b\": 3,\n  \"a\": 2,\n  \"c\": []\n}");
  CHECK(json.size() == 4);
  CHECK(json.find("d") == nullptr);
  REQUIRE(json.find("z") != nullptr);
  CHECK(*json.find("z")->text() == "again");
  CHECK(json.find("b")->text() == nullptr);
  json["c"].push_back({{"x", 1}});
  CHECK(json["c"].begin()->find("x") != nullptr);
  CHECK(json["c"].begin() + 1 == json["c"].end());
  CHECK(json["z"].begin() == json["z"].end());
}

TEST_CASE("JSON: what is written is read again, and nothing else is") {
  const Json json{{"a", {1, -2, "x", nullptr, true}}, {"b", {{"c", Json::object()}}}, {"d", "æ\n"}};
  CHECK(Json::parse(json.written()).written() == json.written());
  for (const char* wrong : {"", "{", "1.5", "[1,]", "1e3"}) {
    CAPTURE(wrong);
    CHECK_THROWS_AS((void)Json::parse(wrong), std::invalid_argument);
  }
}
