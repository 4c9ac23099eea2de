#include <string>
#include <utility>

#include "reading/income/answer_builder.hpp"
#include "text/json_tree.hpp"

namespace fleks::income {
namespace {

using Kind = JsonTree::Kind;
using At = std::uint32_t;

/// `e:Name` is `Name`: a JSON text has prefixes and no namespaces to match them by.
std::string_view local(std::string_view key) noexcept {
  const auto colon = key.rfind(':');
  return colon == std::string_view::npos ? key : key.substr(colon + 1);
}

class Walk {
 public:
  Walk(const JsonTree& tree, AnswerBuilder& builder) : tree_(tree), builder_(builder) {}

  /// Where the answer is: at the top, or in the envelope.
  [[nodiscard]] At answer() const {
    At object = 0;
    for (int level = 0; level < 4; ++level) {
      At next = 0;
      for (At at = tree_[object].first; at != 0; at = tree_[at].next) {
        const std::string_view name = local(tree_[at].key);
        if (name == "IndkomstOplysningPersonHent_O" || name == "Fault") return at;
        if (name == "Envelope" || name == "Body") next = at;
        if (name == "HovedOplysningerSvar" || name == "IndkomstPersonUddata") return object;
      }
      if (next == 0) return not_there;
      object = next;
    }
    return not_there;
  }
  static constexpr At not_there = 0xFFFF'FFFF;

  void answer_at(At at) {
    const bool fault = at != 0 && local(tree_[at].key) == "Fault";
    builder_.begin(fault ? Element::soap_fault : Element::root, "IndkomstOplysningPersonHent_O", 0);
    members(at);
    builder_.end();
  }

 private:
  void members(At object) {
    for (At at = tree_[object].first; at != 0 && !builder_.error(); at = tree_[at].next) {
      const std::string_view key = tree_[at].key, name = local(key);
      if (key.starts_with('@') || key.starts_with("xmlns") || key.starts_with('$')) continue;
      if (name == "#text") {
        builder_.text(tree_[at].text);
      } else if (tree_[at].kind == Kind::list) {
        for (At item = tree_[at].first; item != 0; item = tree_[item].next) element(item, name);
      } else {
        element(at, name);
      }
    }
  }
  void element(At at, std::string_view name) {
    const ElementName* known = element_named(name);
    builder_.begin(known == nullptr ? Element::unknown : known->element, name, 0);
    // A list in a list is no tree of the register.
    if (tree_[at].kind == Kind::object)
      members(at);
    else if (tree_[at].kind == Kind::text || tree_[at].kind == Kind::number)
      builder_.text(tree_[at].text);
    else if (tree_[at].kind == Kind::list)
      builder_.fail({.code = ErrorCode::wrong_type, .field = without_person(tree_.path(at)), .given = "[]", .allowed = Form::object});
    builder_.end();
  }

  const JsonTree& tree_;
  AnswerBuilder& builder_;
};

}  // namespace

void build_from_json(std::string_view json, AnswerBuilder& builder) {
  if (json.starts_with("\xEF\xBB\xBF")) json.remove_prefix(3);
  JsonTree tree;
  std::vector<Error> errors = tree.read(json, {.values = 200'000, .depth = 64, .fields = 64});
  if (!errors.empty()) {
    Error error = std::move(errors.front());
    error.given = without_person(error.given);
    error.field = without_person(error.field.text());
    return builder.fail(std::move(error));
  }
  Walk walk(tree, builder);
  const At at = tree[0].kind == Kind::object ? walk.answer() : Walk::not_there;
  if (at == Walk::not_there)
    return builder.fail({.code = ErrorCode::no_such_choice,
                         .field = "JSON",
                         .given = tree[0].first == 0 ? "" : without_person(tree[tree[0].first].key.substr(0, 60)),
                         .allowed = OneOf{{"IndkomstOplysningPersonHent_O"}}});
  walk.answer_at(at);
}

}  // namespace fleks::income
