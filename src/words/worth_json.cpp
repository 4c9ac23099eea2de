#include <fleks/words/worth_in_words.hpp>

#include "words/measures.hpp"
#include "words/purses.hpp"
#include "words/steps_json.hpp"

namespace fleks {
namespace {

const char* to_text(Verdict verdict) {
  switch (verdict) {
    case Verdict::pays: return "pays";
    case Verdict::hardly: return "hardly";
    case Verdict::no: return "no";
  }
  return "";
}

Json json_of(const Extra& e, const Citizen& c) {
  Json j = Json::object();
  j["gross_pay"] = to_text(e.gross_pay);
  j["employer_pension"] = to_text(e.employer_pension);
  j["added"] = to_text(e.added);
  if (e.starts_job) j["given"] = to_text(e.given);
  j["in_hand"] = to_text(e.in_hand);
  j["pension_saved"] = to_text(e.pension_saved);
  Json& taken = j["taken"] = Json::object();
  taken["taper"] = to_text(e.taken_by_taper);
  taken["ceiling"] = to_text(e.taken_by_ceiling);
  taken["am_contribution"] = to_text(e.taken_by_am_contribution);
  taken["tax"] = to_text(e.taken_by_tax);
  taken["housing_benefit"] = to_text(e.taken_by_housing_benefit);
  if (c.daycare_places > 0) taken["daycare"] = to_text(e.taken_by_daycare);
  if (!c.child_ages.empty()) taken["child_benefit"] = to_text(e.taken_by_child_benefit);
  if (e.starts_job || e.taken_by_ledighedsydelse != Money{}) taken["ledighedsydelse"] = to_text(e.taken_by_ledighedsydelse);
  j["verdict"] = to_text(e.verdict);
  return j;
}

Json json_of(const NetRow& r, const WorthOfHours& worth) {
  Json j = Json::object();
  j["hours"] = to_text(r.hours);
  if (worth.with_intensity) {
    j["intensity"] = to_text(r.intensity);
    j["paid_hours"] = to_text(r.paid_hours, 4);
  }
  j["hourly_wage"] = to_text(r.hourly_wage);
  j["gross_pay"] = to_text(r.gross_pay);
  j["own_pension"] = to_text(r.own_pension);
  j["employer_pension"] = to_text(r.employer_pension);
  j["wage_atp_own"] = to_text(r.wage_atp_own);
  j["wage_atp_employer"] = to_text(r.wage_atp_employer);
  j["fleksloentilskud"] = to_text(r.fleksloentilskud);
  j["subsidy_atp_own"] = to_text(r.subsidy_atp_own);
  j["public_atp"] = to_text(r.public_atp);
  j["obligatory_pension"] = to_text(r.obligatory_pension);
  j["am_contribution"] = to_text(r.am_contribution);
  j["tax"] = to_text(r.tax);
  j["housing_benefit"] = to_text(r.housing_benefit);
  j["ledighedsydelse"] = to_text(r.ledighedsydelse);
  j["ledighedsydelse_atp_own"] = to_text(r.ledighedsydelse_atp_own);
  const Citizen& c = worth.picture.citizen();
  if (c.other_income != Money{}) j["other_income"] = to_text(r.other_income);
  if (c.daycare_places > 0) j["daycare"] = to_text(r.daycare);
  if (!c.child_ages.empty()) j["child_benefit"] = to_text(r.child_benefit);
  j["in_hand"] = to_text(r.in_hand);
  j["pension_saved"] = to_text(r.pension_saved);
  return j;
}

Json json_of(const Kink& k, bool over_wage, Language language) {
  Json j = Json::object();
  const Exact at = over_wage ? k.at * Exact::ratio(1, 100) : k.at;
  const char* name = over_wage ? "hourly_wage" : "hours";
  j[name] = to_fraction_text(at);
  j[std::string(name) + "_decimal"] = to_text(at, 4);
  j["cause"] = k.cause;
  j["cause_in_words"] = cause_in_words(k.cause, language);
  j["rule"] = info(k.rule).id;
  // Øre per øre is kroner per krone; øre per hour has to become kroner.
  const auto slope = [&](const Exact& s) { return to_kroner_text(over_wage ? s * Exact::whole(100) : s); };
  j["before"] = slope(k.before);
  j["after"] = slope(k.after);
  j["jump"] = k.jump.is_zero() ? Json(nullptr) : Json(to_kroner_text(k.jump));
  return j;
}

/// A place on the axis with its fraction and, of hours, to the minute.
Json json_of(const TargetPlace& place, const WorthOfHours& worth) {
  Json j = Json::object();
  if (worth.over_wage) {
    j["hourly_wage"] = to_text(place.row.hourly_wage);
    j["exact"] = to_fraction_text(place.at * Exact::ratio(1, 100));
  } else {
    j["hours"] = to_text(place.row.hours);
    j["exact"] = to_fraction_text(place.at);
    j["clock"] = clock_text(place.at);
  }
  j["to"] = place.to == place.at ? Json(nullptr) : Json(to_fraction_text(worth.over_wage ? place.to * Exact::ratio(1, 100) : place.to));
  j["paid_hours"] = to_text(place.row.paid_hours, 4);
  j["in_hand"] = to_text(place.row.in_hand);
  j["jumps"] = place.jumps;
  return j;
}

}  // namespace

std::string to_json(const WorthOfHours& worth, Language language) {
  const Citizen& c = worth.picture.citizen();
  Json j = result_json(worth.rates);
  j["year"] = c.year;
  j["hourly_wage"] = to_text(c.hourly_wage);
  j["municipal_tax"] = to_text(c.municipal);
  j["church_tax"] = to_text(c.church);
  j["municipality"] = worth.where.empty() ? Json(nullptr) : Json(worth.where);
  j["normal_wage_ceiling"] =
      worth.over_wage && worth.picture.ceiling_follows_wage() ? Json(nullptr) : Json(to_kroner_text(worth.picture.ceiling(c.hourly_wage)));
  j["ceiling_follows_wage"] = worth.picture.ceiling_follows_wage();
  j["own_atp"] = worth.own_atp == OwnAtp::counted ? "counted" : "excluded";
  if (!worth.reform.empty()) j["reform"] = worth.reform;
  if (worth.target) {
    j["target"] = to_text(*worth.target);
    Json& targets = j["targets"] = Json::array();
    for (const TargetPlace& place : worth.targets.places) targets.push_back(json_of(place, worth));
    if (const auto& most = worth.targets.most)
      j["most"] = worth.over_wage ? Json{{"hourly_wage", to_text(most->hourly_wage)}, {"in_hand", to_text(most->in_hand)}}
                                  : Json{{"hours", to_text(most->hours)}, {"in_hand", to_text(most->in_hand)}};
  }
  Json& rows = j["rows"] = Json::array();
  for (std::size_t i = 0; i < worth.rows.size(); ++i) {
    Json row = json_of(worth.rows[i], worth);
    row["extra"] = i == 0 ? Json(nullptr) : json_of(worth.extras[i - 1], c);
    if (!worth.purses.empty()) {
      row["municipality"] = to_text(worth.purses[i].municipality);
      row["state"] = to_text(worth.purses[i].state);
      row["purses"] = purses_json(worth, i);
    }
    if (!worth.measures.empty()) row["measures"] = measures_json(worth, i);
    rows.push_back(std::move(row));
  }
  Json& kinks = j["kinks"] = Json::array();
  for (const Kink& k : worth.kinks) kinks.push_back(json_of(k, worth.over_wage, language));
  Json& summary = j["summary"] = Json::object();
  summary["best_hours"] = to_text(worth.summary.best_hours);
  Json& ranges = summary["zero_gain_ranges"] = Json::array();
  for (const auto& r : worth.summary.zero_gain_ranges) ranges.push_back({{"from", to_text(r.from)}, {"to", to_text(r.to)}});
  summary["no_gain_hourly_wage"] =
      worth.summary.no_gain_hourly_wage ? Json(to_kroner_text(*worth.summary.no_gain_hourly_wage)) : Json(nullptr);
  return written(j);
}

std::string to_csv(const WorthOfHours& worth) {
  const auto optional_parts = [](const NetRow& r) {
    return "," + to_text(r.other_income) + "," + to_text(r.daycare) + "," + to_text(r.child_benefit);
  };
  std::string out =
      "hours,intensity,paid_hours,hourly_wage,gross_pay,own_pension,employer_pension,wage_atp_own,wage_atp_employer,fleksloentilskud,"
      "subsidy_atp_own,public_atp,"
      "obligatory_pension,am_contribution,tax,housing_benefit,ledighedsydelse,ledighedsydelse_atp_own,in_hand,pension_saved,extra_gross_"
      "pay,"
      "extra_employer_pension,extra_added,extra_given,extra_in_hand,extra_pension_saved,taken_taper,taken_ceiling,taken_am_contribution,"
      "taken_tax,"
      "taken_housing_benefit,taken_ledighedsydelse,verdict,other_income,daycare,child_benefit,taken_daycare,taken_child_benefit";
  const bool purses = !worth.purses.empty();
  if (purses) out += purses_csv_heading();
  const bool measured = !worth.measures.empty();
  if (measured) out += measures_csv_heading();
  out += "\n";
  for (std::size_t i = 0; i < worth.rows.size(); ++i) {
    const NetRow& r = worth.rows[i];
    out += to_text(r.hours) + "," + to_text(r.intensity) + "," + to_text(r.paid_hours, 4);
    for (const Money m : {r.hourly_wage, r.gross_pay, r.own_pension, r.employer_pension, r.wage_atp_own, r.wage_atp_employer,
                          r.fleksloentilskud, r.subsidy_atp_own, r.public_atp, r.obligatory_pension, r.am_contribution, r.tax,
                          r.housing_benefit, r.ledighedsydelse, r.ledighedsydelse_atp_own, r.in_hand, r.pension_saved})
      out += "," + to_text(m);
    if (i == 0) {
      out += ",,,,,,,,,,,,," + optional_parts(r) + ",," + (purses ? purses_csv(worth, i) : "") + (measured ? measures_csv(worth, i) : "") +
             "\n";
      continue;
    }
    const Extra& e = worth.extras[i - 1];
    for (const Money m :
         {e.gross_pay, e.employer_pension, e.added, e.given, e.in_hand, e.pension_saved, e.taken_by_taper, e.taken_by_ceiling,
          e.taken_by_am_contribution, e.taken_by_tax, e.taken_by_housing_benefit, e.taken_by_ledighedsydelse})
      out += "," + to_text(m);
    out += std::string(",") + to_text(e.verdict) + optional_parts(r) + "," + to_text(e.taken_by_daycare) + "," +
           to_text(e.taken_by_child_benefit) + (purses ? purses_csv(worth, i) : "") + (measured ? measures_csv(worth, i) : "") + "\n";
  }
  return out;
}

}  // namespace fleks
