#include <array>

#include <fleks/rules/rule.hpp>

namespace fleks {
namespace {

using enum RuleStatus;

constexpr std::array<RuleInfo, rule_count> rules{{
    {"FLT-1", "LAB § 123 stk. 1; BEK-FLT § 4 stk. 1, § 9 stk. 2", read},
    {"FLT-2", "", interpretation},
    {"FLT-3", "vejl. 9154/2022 pkt. 2.1", read},
    {"FLT-4", "LAB § 123 stk. 1; ALF § 47", read},
    {"FLT-5", "BEK-FLT § 1 nr. 1-2; P 14-22; P 39-19; P 27-23", secondary},
    {"FLT-6", "LAB § 139; P 27-23", secondary},
    {"FLT-7", "LAB § 123 stk. 2; BEK-FLT § 11", secondary},
    {"FLT-8", "LAB § 123 stk. 2", read},
    {"FLT-9", "LAB § 124 stk. 3; BEK-FLT § 9", read},
    {"FLT-10", "LAB § 123 stk. 1-2", read},
    {"FLT-11", "LAB § 123 stk. 3; BEK-FLT § 1 nr. 4", read},
    {"FLT-12", "BEK-FLT § 10 stk. 2, § 2 stk. 2", interpretation},
    {"FLT-13", "", interpretation},
    {"FLT-14", "", interpretation},
    {"FLT-15", "BEK-FLT §§ 5-6", read},
    {"FLT-16", "P 51-16; P 14-22", interpretation},
    {"FLT-17", "LAB § 137; BEK 1344/2015 § 2", read},
    {"FLT-18", "LAB § 138; BEK 1344/2015 §§ 1, 3", read},
    {"FLT-19", "LAB § 138 a", read},
    {"LOFT-1", "LAB § 123 stk. 3; P 48-22", secondary},
    {"LOFT-2", "P 48-22; P 27-23; P 39-19", secondary},
    {"LOFT-3", "STAR's beregner", secondary},
    {"LOFT-4", "LAB § 123 stk. 3, 2.-3. pkt.; § 139", interpretation},
    {"LOFT-5", "P 48-22", secondary},
    {"TIME-1", "LAB § 122", secondary},
    {"TIME-2", "STAR's beregner", secondary},
    {"ATP", "ATP's satser", secondary},
    {"LY-1", "LAS § 74 a stk. 2-4", read},
    {"LY-2", "LAS § 74 a stk. 4", read},
    {"LY-3", "ALF § 47 stk. 3", read},
    {"LY-4", "LAS § 74 d stk. 1", interpretation},
    {"LY-5", "LAS § 74 d stk. 2-3; BEK-LY § 19", read},
    {"LY-6", "BEK-LY § 15", read},
    {"LY-7", "BEK-LY § 12", read},
    {"LY-8", "LAS § 74 e stk. 3-5", read},
    {"LY-9", "LAS § 74 e stk. 6", read},
    {"LY-10", "P 90-19", secondary},
    {"LY-11", "LAS § 74 e stk. 1, 5; BEK-FLT § 10", read},
    {"LY-12", "LAS § 77 a", read},
    {"LY-13", "LAS §§ 79-80 c", read},
    {"LY-14", "vejledning", secondary},
    {"FERIE-1", "ferieloven §§ 5-6", read},
    {"FERIE-2", "ferieloven §§ 16-19", read},
    {"FERIE-3", "ferieloven § 19", read},
    {"FERIE-4", "ferieloven § 17 stk. 2", read},
    {"FERIE-5", "ferieloven § 18", read},
    {"FERIE-6", "ferieloven § 15 stk. 3", read},
    {"FERIE-7", "lov 214/2023 §§ 3-4", read},
    {"SKAT-1", "AMBL §§ 1-2", read},
    {"SKAT-2", "PSL § 3", read},
    {"SKAT-3", "LL §§ 9 J, 9 K", read},
    {"SKAT-4", "PSL §§ 5-12, § 19", read},
    {"SKAT-5", "PSL", read},
    {"BOLIG", "boligstøtteloven §§ 21-22", read},
    {"SELV", "LAB § 126 ff.", read},
    {"EFTER", "LAB § 139", secondary},
}};

}  // namespace

std::string_view to_text(RuleStatus status) noexcept {
  switch (status) {
    case read: return "read";
    case secondary: return "secondary";
    case interpretation: return "interpretation";
  }
  return "";
}

const RuleInfo& info(Rule rule) noexcept { return rules[static_cast<std::size_t>(rule)]; }

std::optional<Rule> rule(std::string_view id) noexcept {
  for (std::size_t i = 0; i < rule_count; ++i)
    if (rules[i].id == id) return static_cast<Rule>(i);
  return std::nullopt;
}

}  // namespace fleks
