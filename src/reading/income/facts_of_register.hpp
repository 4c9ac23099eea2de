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
  bool matched = false;         // by a fact that the list has
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
Chain<T>* chain_of(std::vector<Chain<T>>& chains, std::string_view id) {
  for (Chain<T>& each : chains)
    if (each.id == id) return &each;
  return nullptr;
}

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
    Chain<T>* const known = chain_of(of_name, root);
    if (known == nullptr) {
      of_name.push_back({.id = root, .last = i, .withdrawn = r.withdrawn});
    } else {
      known->withdrawn = r.withdrawn;
      if (!r.withdrawn) known->last = i;
      ++known->length;
    }
  }
  return chains;
}

/// A list of the case's facts while the register's are put into it.
template <class T>
class Reconciliation {
 public:
  explicit Reconciliation(std::vector<T>& list) : list_(list), chains_(chains_of(list)) {}

  /// All that the register says by one name.
  void take(const std::string& name, std::vector<Candidate<T>>& candidates) {
    auto& old = chains_[name];
    for (const bool same_state : {true, false})
      for (Candidate<T>& now : candidates)
        if (!now.matched) recognise(old, now, same_state);
    for (const Candidate<T>& now : candidates)
      if (!now.matched && !now.never) put(name, old, now);
  }
  [[nodiscard]] Reconciled done() const { return done_; }

 private:
  using Chains = std::vector<Chain<T>>;

  void withdraw(const Chain<T>& chain, Date day) {
    T gone{};
    const FactRecord& was = list_[chain.last].record;
    gone.record = {.id = {}, .corrects = was.id, .withdrawn = true, .known = std::max(day, was.known), .source = was.source};
    list_.push_back(std::move(gone));
  }
  /// What is there already is left, or withdrawn when the register has taken it back.
  void recognise(Chains& old, Candidate<T>& now, bool same_state) {
    const bool gone = now.until || now.never;
    const auto found = std::find_if(old.begin(), old.end(), [&](const Chain<T>& c) {
      return !c.taken && same_fact(list_[c.last], now.fact) && (!same_state || c.withdrawn == gone);
    });
    if (found == old.end()) return;
    found->taken = now.matched = true;
    ++done_.recognised;
    if (found->withdrawn || !gone) return;
    withdraw(*found, now.until ? *now.until : now.fact.record.known);
    ++done_.corrected;
  }
  /// What has changed is corrected, what is new is added.
  void put(const std::string& name, Chains& old, const Candidate<T>& now) {
    const auto changed = std::find_if(old.begin(), old.end(), [](const Chain<T>& c) { return !c.taken && !c.withdrawn; });
    T fact = now.fact;
    if (changed != old.end()) {
      changed->taken = true;
      ++done_.corrected;
      const FactRecord& was = list_[changed->last].record;
      fact.record.corrects = was.id;
      fact.record.id = changed->id + "/r" + std::to_string(++changed->length);
      fact.record.known = std::max(fact.record.known, was.known);
    } else {
      fact.record.id = old.empty() ? name : name + "#" + std::to_string(old.size() + 1);
      old.push_back({.id = fact.record.id, .last = 0, .taken = true});
    }
    const Chain<T> chain{.id = fact.record.id, .last = list_.size()};
    list_.push_back(std::move(fact));
    if (now.until) withdraw(chain, *now.until);
  }

  std::vector<T>& list_;
  std::map<std::string, std::vector<Chain<T>>, std::less<>> chains_;
  Reconciled done_;
};

/// Puts what the register says into the list.
template <class T>
Reconciled reconcile(std::vector<T>& list, std::map<std::string, std::vector<Candidate<T>>, std::less<>>& said) {
  Reconciliation<T> all(list);
  for (auto& [name, candidates] : said) all.take(name, candidates);
  return all.done();
}

}  // namespace fleks::income
