#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fleks/facts/case.hpp>

#include "reading/income/uses.hpp"

// Facts of the register put into a list of the case that may have them already.

namespace fleks::income {

/// A fact as the register has it now.
template <class T>
struct Candidate {
  T fact;
  std::optional<Date> until{};  // the day it was taken back
  bool never = false;           // it never held
};

/// `.../2024-03-01#2` is the second fact of its name.
[[nodiscard]] inline std::string_view first_of_name(std::string_view id) noexcept {
  const auto mark = id.rfind('#');
  return mark == std::string_view::npos || id.find('/', mark) != std::string_view::npos ? id : id.substr(0, mark);
}

/// How many of the facts of the register the list had, and how many of its own are changed.
struct Reconciled {
  std::size_t recognised = 0, corrected = 0;
};

/// The facts of a list that came from a report, by the id they were first given.
template <class T>
struct Chain {
  std::string id;
  std::size_t last;        // the place of what holds, or of the last that did
  bool withdrawn = false;  // nothing holds any more
  bool taken = false;
  int length = 1;
};

template <class T>
std::map<std::string, std::vector<Chain<T>>, std::less<>> chains_of(const std::vector<T>& list) {
  std::map<std::string, std::vector<Chain<T>>, std::less<>> chains;
  std::map<std::string, std::string, std::less<>> root_of;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const FactRecord& r = list[i].record;
    std::string root = r.id;
    if (!r.corrects.empty()) {
      const auto found = root_of.find(r.corrects);
      root = found == root_of.end() ? r.corrects : found->second;
    }
    if (!r.id.empty()) root_of[r.id] = root;
    auto& of_name = chains[std::string(first_of_name(root))];
    const auto known = std::find_if(of_name.begin(), of_name.end(), [&](const Chain<T>& c) { return c.id == root; });
    if (known == of_name.end()) {
      of_name.push_back({.id = root, .last = i, .withdrawn = r.withdrawn});
    } else {
      known->withdrawn = r.withdrawn;
      if (!r.withdrawn) known->last = i;
      ++known->length;
    }
  }
  return chains;
}

/// Puts what the register says into the list: what is there is left, what has changed is corrected, what is new is added.
template <class T>
Reconciled reconcile(std::vector<T>& list, std::map<std::string, std::vector<Candidate<T>>, std::less<>>& said) {
  Reconciled done;
  auto chains = chains_of(list);
  const auto withdraw = [&](const Chain<T>& chain, Date day) {
    T gone{};
    const FactRecord& was = list[chain.last].record;
    gone.record = {.id = {}, .corrects = was.id, .withdrawn = true, .known = std::max(day, was.known), .source = was.source};
    list.push_back(std::move(gone));
  };
  for (auto& [name, candidates] : said) {
    auto& old = chains[name];
    std::vector<Candidate<T>*> left;
    const auto free_and_same = [&](const Candidate<T>& now, bool same_state) {
      return std::find_if(old.begin(), old.end(), [&](const Chain<T>& c) {
        const bool gone = now.until || now.never;
        return !c.taken && same_fact(list[c.last], now.fact) && (!same_state || c.withdrawn == gone);
      });
    };
    for (const bool same_state : {true, false})
      for (Candidate<T>& now : candidates) {
        if (now.fact.record.id == "matched") continue;
        const auto found = free_and_same(now, same_state);
        if (found == old.end()) continue;
        found->taken = true;
        ++done.recognised;
        if (!found->withdrawn && (now.until || now.never)) {
          withdraw(*found, now.until ? *now.until : now.fact.record.known);
          ++done.corrected;
        }
        now.fact.record.id = "matched";
      }
    for (Candidate<T>& now : candidates)
      if (now.fact.record.id != "matched" && !now.never) left.push_back(&now);
    for (Candidate<T>* now : left) {
      const auto changed = std::find_if(old.begin(), old.end(), [](const Chain<T>& c) { return !c.taken && !c.withdrawn; });
      T fact = now->fact;
      if (changed != old.end()) {
        changed->taken = true;
        ++done.corrected;
        const FactRecord& was = list[changed->last].record;
        fact.record.corrects = was.id;
        fact.record.id = changed->id + "/r" + std::to_string(++changed->length);
        fact.record.known = std::max(fact.record.known, was.known);
      } else {
        fact.record.id = old.empty() ? name : name + "#" + std::to_string(old.size() + 1);
        old.push_back({.id = fact.record.id, .last = 0, .taken = true});
      }
      Chain<T> chain{.id = fact.record.id, .last = list.size()};
      list.push_back(std::move(fact));
      if (now->until) withdraw(chain, *now->until);
    }
  }
  return done;
}

}  // namespace fleks::income
