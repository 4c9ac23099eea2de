#pragma once

#include <optional>
#include <string>
#include <vector>

#include <fleks/values/calendar.hpp>

namespace fleks {

/// A question that was put to somebody about the case (*oplysning af sagen*, retssikkerhedsloven § 10).
struct Inquiry {
  Date sent{};           ///< the day it was sent
  Month month{};         ///< the month it was about
  std::string to{};      ///< who was asked, as the citizen knows them
  std::string answer{};  ///< what was answered; empty: nothing yet
};

/// A hearing of the citizen before money is recovered (*partshøring*, forvaltningsloven § 19).
struct Hearing {
  Date sent{};           ///< the day the letter was sent
  Date answer_by{};      ///< the last day to answer
  Month from{};          ///< the first month it was about
  std::string answer{};  ///< what the citizen answered; empty: nothing
  /// Why the citizen received the money against better knowledge (LAB § 125 stk. 1, LAS § 91 stk. 1), in the words of the
  /// decision; empty: not found to have.
  std::string knew{};
};

/// Who writes the letters of a case, and what was written and answered. What is not known is marked in a letter as to be
/// filled in.
struct Correspondence {
  std::string department{};          ///< *afdeling*
  std::string address{};             ///< of the municipality
  std::string phone{};               ///< of the municipality
  std::string digital_post{};        ///< where to write electronically
  std::string case_number{};         ///< *sagsnummer*
  std::string officer{};             ///< who decides: name and title
  std::string citizen_address{};     ///< the citizen's address
  std::vector<Inquiry> inquiries{};  ///< what was asked
  std::vector<Hearing> hearings{};   ///< hearings before recovery
};

}  // namespace fleks
