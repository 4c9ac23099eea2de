#include "long_numbers.hpp"

#include <algorithm>
#include <stdexcept>

namespace program {

using namespace fleks;

namespace {

constexpr std::int64_t base = 1'000'000;
/// Up to here a spreadsheet's quotient rounds down right: it takes what differs in the 15th digit for the same.
constexpr int128 fits = 10'000'000'000'000;

bool is_short(const LongNumber& n) { return n.digits.size() == 1; }
bool is_constant(const Line& line) { return line.cell.find_first_not_of("-0123456789") == std::string::npos; }
std::int64_t floored(std::int64_t a, std::int64_t by) { return a / by - (a % by < 0 ? 1 : 0); }

/// Digits of six that hold what is from `least` to `most`.
std::size_t digits_for(int128 least, int128 most) {
  std::size_t count = 1;
  for (int128 power = base; most >= power || least < -power; power *= base) ++count;
  return count;
}

}  // namespace

LongNumber constant(std::int64_t number) {
  LongNumber n{{}, number, number};
  if (number <= fits) {
    n.digits.push_back({std::to_string(number), {number}});
  } else {
    for (std::int64_t rest = number; rest > 0; rest /= base) n.digits.push_back({std::to_string(rest % base), {rest % base}});
  }
  return n;
}

Line LongNumbers::emit(const std::string& formula, std::vector<std::int64_t> count) {
  const std::string row = std::to_string(row_ + 1);
  const bool for_all = count.size() == 1;
  book_.write(sheet_, row_, 0, label_);
  for (std::size_t point = 0; point < count.size(); ++point) {
    std::string text = "=";
    for (const char c : formula)
      if (c == '#')
        text += column_of(point);
      else
        text += c;
    book_.write_formula(sheet_, row_, static_cast<lxw_col_t>(2 + point), text, book_.whole, static_cast<double>(count[point]));
  }
  ++row_;
  return {name_ + "!" + (for_all ? "$C" : "#") + "$" + row, std::move(count)};
}

Line LongNumbers::input(const std::string& label, std::span<const std::string> formulas, std::span<const std::int64_t> counts) {
  label_ = label;
  if (formulas.size() == 1) return emit(formulas[0], {counts.begin(), counts.end()});
  book_.write(sheet_, row_, 0, label_);
  for (std::size_t point = 0; point < formulas.size(); ++point)
    book_.write_formula(sheet_, row_, static_cast<lxw_col_t>(2 + point), "=" + formulas[point], book_.whole,
                        static_cast<double>(counts[point]));
  ++row_;
  return {name_ + "!#$" + std::to_string(row_), {counts.begin(), counts.end()}};
}

std::size_t LongNumbers::points_of(std::initializer_list<const LongNumber*> numbers) const {
  for (const LongNumber* number : numbers)
    for (const Line& line : number->digits)
      if (line.count.size() > 1) return points_;
  return 1;
}

template <class Value>
Line LongNumbers::emitted(const std::string& formula, std::initializer_list<const LongNumber*> of, Value value) {
  std::vector<std::int64_t> count(points_of(of));
  for (std::size_t point = 0; point < count.size(); ++point) count[point] = value(point);
  return emit(formula, std::move(count));
}

/// What stands in a place: its text, and how many points it has.
std::string LongNumbers::text_of_place(const Place& place, std::size_t& points) {
  std::string text;
  for (const auto& [times, lines] : place) {
    text += times < 0 ? "-" : text.empty() ? "" : "+";
    if (times != 1 && times != -1) text += std::to_string(times < 0 ? -times : times) + "*";
    for (std::size_t i = 0; i < lines.size(); ++i) {
      text += (i == 0 ? "" : "*") + lines[i].cell;
      points = std::max(points, lines[i].count.size());
    }
  }
  return text;
}
std::int64_t LongNumbers::value_of_place(const Place& place, std::size_t point) {
  std::int64_t value = 0;
  for (const auto& [times, lines] : place) {
    std::int64_t product = times;
    for (const Line& line : lines) product *= line.at(point);
    value += product;
  }
  return value;
}

/// Digits from what stands in each of their places: sums of products, carried over from the last.
LongNumber LongNumbers::carried(Columns columns, int128 least, int128 most) {
  LongNumber number{{}, least, most};
  const std::size_t count = std::max(columns.size(), digits_for(least, most));
  columns.resize(count);
  const std::string by = std::to_string(base);
  Line before;
  for (std::size_t place = 0; place < count; ++place) {
    std::size_t points = std::max<std::size_t>(before.count.size(), 1);
    std::string text = text_of_place(columns[place], points);
    if (place > 0) text += (text.empty() ? "INT(" : "+INT(") + before.cell + "/" + by + ")";
    if (text.empty()) text = "0";
    std::vector<std::int64_t> values(points);
    for (std::size_t point = 0; point < points; ++point)
      values[point] = value_of_place(columns[place], point) + (place > 0 ? floored(before.at(point), base) : 0);
    before = emit(text, std::move(values));
    if (place + 1 == count) {
      number.digits.push_back(before);
      break;
    }
    std::vector<std::int64_t> rest(before.count.size());
    for (std::size_t point = 0; point < rest.size(); ++point) rest[point] = before.at(point) - base * floored(before.at(point), base);
    number.digits.push_back(emit(before.cell + "-" + by + "*INT(" + before.cell + "/" + by + ")", std::move(rest)));
  }
  return number;
}

LongNumber LongNumbers::shortened(LongNumber n) {
  // More than three places hold the sign in one that is left out.
  if (is_short(n) || n.most > fits || n.least < -fits || (n.least < 0 && n.digits.size() > 3)) return n;
  std::string text;
  std::int64_t times = 1;
  std::vector<std::int64_t> count(points_of({&n}));
  // Digits above those that such a number has are zero, or its sign.
  for (const Line& line : n.digits) {
    text += (text.empty() ? "" : "+" + std::to_string(times) + "*") + line.cell;
    for (std::size_t point = 0; point < count.size(); ++point) count[point] += times * line.at(point);
    times *= base;
    if (times > static_cast<std::int64_t>(fits)) break;
  }
  n.digits = {emit(text, std::move(count))};
  return n;
}

LongNumber LongNumbers::in_digits(const LongNumber& n, std::size_t count) {
  Columns columns;
  for (const Line& line : n.digits) columns.push_back({{1, {line}}});
  columns.resize(std::max(columns.size(), count));
  return carried(std::move(columns), n.least, n.most);
}

LongNumber LongNumbers::sum(const LongNumber& a, const LongNumber& b, std::int64_t sign) {
  const int128 least = a.least + (sign > 0 ? b.least : -b.most), most = a.most + (sign > 0 ? b.most : -b.least);
  if (is_short(a) && is_short(b) && most <= fits && least >= -fits)
    return {{emitted(a.digits[0].cell + (sign > 0 ? "+" : "-") + b.digits[0].cell, {&a, &b},
                     [&](std::size_t point) { return a.digits[0].at(point) + sign * b.digits[0].at(point); })},
            least,
            most};
  Columns columns(std::max(a.digits.size(), b.digits.size()));
  for (std::size_t place = 0; place < a.digits.size(); ++place) columns[place].push_back({1, {a.digits[place]}});
  for (std::size_t place = 0; place < b.digits.size(); ++place) columns[place].push_back({sign, {b.digits[place]}});
  return shortened(carried(std::move(columns), least, most));
}

LongNumber LongNumbers::product(const LongNumber& a, const LongNumber& b) {
  const int128 corners[] = {a.least * b.least, a.least * b.most, a.most * b.least, a.most * b.most};
  const int128 least = *std::min_element(corners, corners + 4), most = *std::max_element(corners, corners + 4);
  if (is_short(a) && is_short(b) && most <= fits && least >= -fits)
    return {{emitted(a.digits[0].cell + "*" + b.digits[0].cell, {&a, &b},
                     [&](std::size_t point) { return a.digits[0].at(point) * b.digits[0].at(point); })},
            least,
            most};
  const auto in_six = [this](const LongNumber& n) {
    if (!is_short(n) || (n.most < base && n.least >= -base)) return n;
    if (is_constant(n.digits[0]) && n.least >= 0) {
      LongNumber parts{{}, n.least, n.most};
      for (std::int64_t rest = n.digits[0].count[0]; rest > 0; rest /= base)
        parts.digits.push_back({std::to_string(rest % base), {rest % base}});
      return parts;
    }
    return in_digits(n, digits_for(n.least, n.most));
  };
  const LongNumber first = in_six(a), second = in_six(b);
  Columns columns(first.digits.size() + second.digits.size() - 1);
  for (std::size_t i = 0; i < first.digits.size(); ++i)
    for (std::size_t j = 0; j < second.digits.size(); ++j) {
      const Line &x = first.digits[i], &y = second.digits[j];
      if (x.cell == "0" || y.cell == "0") continue;
      columns[i + j].push_back(y.cell == "1" ? std::pair{std::int64_t{1}, std::vector{x}} : std::pair{std::int64_t{1}, std::vector{x, y}});
    }
  return shortened(carried(std::move(columns), least, most));
}

/// By a divisor of at most seven digits, as on paper.
LongNumber LongNumbers::short_quotient(const LongNumber& a, std::int64_t divisor) {
  const std::string by = std::to_string(divisor);
  LongNumber n{{}, a.least / divisor - 1, a.most / divisor};
  if (a.least >= 0) n.least = 0;
  if (is_short(a)) {
    n.digits.push_back(emitted("INT(" + a.digits[0].cell + "/" + by + ")", {&a},
                               [&](std::size_t point) { return floored(a.digits[0].at(point), divisor); }));
    return n;
  }
  if (divisor == base) {
    n.digits.assign(a.digits.begin() + 1, a.digits.end());
    return n;
  }
  Line rest;
  for (std::size_t place = a.digits.size(); place-- > 0;) {
    const Line& digit = a.digits[place];
    const bool first = rest.cell.empty();
    const std::string now = first ? digit.cell : "(" + rest.cell + "*" + std::to_string(base) + "+" + digit.cell + ")";
    const auto value = [&](std::size_t point) { return (first ? 0 : rest.at(point) * base) + digit.at(point); };
    const Line whole = emitted("INT(" + now + "/" + by + ")", {&a}, [&](std::size_t point) { return floored(value(point), divisor); });
    const Line left =
        emitted(now + "-" + by + "*" + whole.cell, {&a}, [&](std::size_t point) { return value(point) - divisor * whole.at(point); });
    n.digits.insert(n.digits.begin(), whole);
    rest = left;
  }
  return n;
}

LongNumber LongNumbers::quotient(LongNumber a, std::int64_t divisor) {
  if (is_short(a)) return short_quotient(a, divisor);
  // Rounded down by one factor after the other is rounded down by all of them.
  for (; divisor % base == 0 && !is_short(a); divisor /= base) a = shortened(short_quotient(a, base));
  std::int64_t part = 1;
  for (std::int64_t factor = 2; divisor > 1; ++factor)
    while (divisor % factor == 0) {
      if (factor > 10 * base) throw std::logic_error("a divisor with a large prime factor");
      if (part * factor > 10 * base) {
        a = shortened(short_quotient(a, part));
        part = 1;
      }
      part *= factor;
      divisor /= factor;
    }
  return part == 1 ? a : shortened(short_quotient(a, part));
}

std::string LongNumbers::is_positive(const LongNumber& n, bool or_zero) const {
  if (or_zero) return n.digits.back().cell + ">=0";
  if (is_short(n)) return n.digits[0].cell + ">0";
  std::string all;
  for (const Line& line : n.digits) all += (all.empty() ? "" : "+") + line.cell;
  return "AND(" + n.digits.back().cell + ">=0," + all + ">0)";
}
std::vector<bool> LongNumbers::where_positive(const LongNumber& n, bool or_zero) const {
  std::vector<bool> holds(points_of({&n}));
  for (std::size_t point = 0; point < holds.size(); ++point)
    holds[point] =
        n.digits.back().at(point) >= 0 && (or_zero || std::ranges::any_of(n.digits, [&](const Line& l) { return l.at(point) > 0; }));
  return holds;
}

LongNumber LongNumbers::chosen(const std::string& test, const std::vector<bool>& holds, const LongNumber& then,
                               const LongNumber& otherwise) {
  LongNumber n{{}, std::min(then.least, otherwise.least), std::max(then.most, otherwise.most)};
  const bool short_ones = is_short(then) && is_short(otherwise);
  const std::size_t count = short_ones ? 1 : std::max({digits_for(n.least, n.most), then.digits.size(), otherwise.digits.size()});
  const auto as_long = [&](const LongNumber& number) {
    return short_ones || number.digits.size() == count ? number : in_digits(number, count);
  };
  const LongNumber a = as_long(then), b = as_long(otherwise);
  for (std::size_t place = 0; place < a.digits.size(); ++place) {
    const Line &x = a.digits[place], &y = b.digits[place];
    std::vector<std::int64_t> values(std::max(holds.size(), points_of({&a, &b})));
    for (std::size_t point = 0; point < values.size(); ++point) values[point] = (holds[holds.size() == 1 ? 0 : point] ? x : y).at(point);
    n.digits.push_back(emit("IF(" + test + "," + x.cell + "," + y.cell + ")", std::move(values)));
  }
  return n;
}

std::vector<LongNumber> LongNumbers::of(const Formula& formula, std::span<const LongNumber> facts, std::span<const LongNumber> rates) {
  using Op = Formula::Op;
  std::vector<LongNumber> numbers;
  for (std::size_t place = 0; place < formula.nodes.size(); ++place) {
    const Formula::Node& node = formula.nodes[place];
    label_.clear();
    for (const Formula::Step& step : formula.steps)
      if (static_cast<std::size_t>(step.node) == place && label_.empty()) label_ = step.name;
    const auto number = [&](std::size_t which) -> const LongNumber& { return numbers[static_cast<std::size_t>(node.of[which])]; };
    const auto input = static_cast<std::size_t>(node.number);
    LongNumber made;
    switch (node.op) {
      case Op::constant: made = constant(node.number); break;
      case Op::fact: made = facts[input]; break;
      case Op::rate: made = rates[input]; break;
      case Op::sum: made = sum(number(0), number(1), 1); break;
      case Op::difference: made = sum(number(0), number(1), -1); break;
      case Op::product: made = product(number(0), number(1)); break;
      case Op::quotient: made = quotient(number(0), formula.nodes[static_cast<std::size_t>(node.of[1])].number); break;
      case Op::least: {
        const LongNumber rest = sum(number(1), number(0), -1);
        made = chosen(is_positive(rest, true), where_positive(rest, true), number(0), number(1));
        made.most = std::min(number(0).most, number(1).most);
        made = shortened(std::move(made));
        break;
      }
      case Op::above_zero: {
        made = chosen(is_positive(number(0), false), where_positive(number(0), false), number(0), constant(0));
        made.least = 0;
        break;
      }
      case Op::if_positive:
      case Op::if_not_negative: {
        const bool or_zero = node.op == Op::if_not_negative;
        made = chosen(is_positive(number(0), or_zero), where_positive(number(0), or_zero), number(1), number(2));
        break;
      }
    }
    numbers.push_back(std::move(made));
  }
  return numbers;
}

Line LongNumbers::in_one_cell(const LongNumber& number, const std::string& label) {
  label_ = label;
  const LongNumber one = shortened(number);
  if (!is_short(one)) throw std::logic_error("a step that does not fit in a cell");
  return one.digits[0];
}

std::string LongNumbers::text_of(const LongNumber& number) {
  std::string text;
  for (std::size_t place = number.digits.size(); place-- > 0;)
    text = text.empty() ? number.digits[place].cell : "(" + text + "*" + std::to_string(base) + "+" + number.digits[place].cell + ")";
  return text;
}
double LongNumbers::value_of(const LongNumber& number) {
  double value = 0;
  for (std::size_t place = number.digits.size(); place-- > 0;)
    value = value * static_cast<double>(base) + static_cast<double>(number.digits[place].at(0));
  return value;
}

}  // namespace program
