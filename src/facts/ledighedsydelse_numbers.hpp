#pragma once

#include <array>

#include <fleks/errors/fact.hpp>

namespace fleks {

/// The amounts, hours and days of a month of ledighedsydelse: what its formula knows, and what may be a range.
inline constexpr std::array numbers_of_ledighedsydelse{Fact::am_income,
                                                       Fact::own_pension,
                                                       Fact::employer_pension,
                                                       Fact::replacing_income,
                                                       Fact::paid_out_holiday_allowance,
                                                       Fact::self_employed_hours,
                                                       Fact::entitled_weekdays,
                                                       Fact::sanction_days,
                                                       Fact::untaken_holiday_days,
                                                       Fact::holiday_days,
                                                       Fact::holiday_pay_per_day};

}  // namespace fleks
