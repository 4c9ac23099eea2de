// Writes rates.csv and municipal_tax.csv as constant rows for the library, after checking every row.
//
//   embed_rates RATES.csv MUNICIPAL_TAX.csv OUT.inc
//   embed_rates --check RATES.csv MUNICIPAL_TAX.csv OUT.inc     is OUT.inc what these files give?

#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>

#include "rates/rates_version.hpp"
#include "rates/read_rates.hpp"

namespace {

bool slurp(const std::string& path, std::string& text) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream all;
  all << in.rdbuf();
  text = all.str();
  return in.good();
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

template <class T>
bool complain(const std::string& path, const T& read) {
  for (const auto& error : read.errors)
    std::cerr << path << ':' << error.line << ": " << error.field.text() << ": error " << to_text(error.code) << ", given '" << error.given
              << "', allowed '" << to_text(error.allowed) << "'\n";
  return !read.errors.empty();
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  const bool check = !arguments.empty() && arguments[0] == "--check";
  if (check) arguments.erase(arguments.begin());
  if (arguments.size() != 3) {
    std::cerr << "usage: embed_rates [--check] RATES.csv MUNICIPAL_TAX.csv OUT.inc\n";
    return 2;
  }
  std::string rates_csv, tax_csv;
  if (!slurp(arguments[0], rates_csv) || !slurp(arguments[1], tax_csv)) {
    std::cerr << "embed_rates: cannot read " << arguments[0] << " or " << arguments[1] << '\n';
    return 2;
  }
  auto rates = fleks::read_rates(rates_csv);
  const auto taxes = fleks::read_municipal_tax(tax_csv);
  const bool bad_rates = complain(arguments[0], rates), bad_taxes = complain(arguments[1], taxes);
  if (bad_rates || bad_taxes) return 1;
  std::sort(rates.rows.begin(), rates.rows.end(), fleks::by_key_and_date);

  std::ostringstream out;
  out << "// Written by embed_rates from rates.csv and municipal_tax.csv.\n\nconstexpr Rate rates[] = {\n";
  for (const auto& r : rates.rows)
    out << "    rate(RateKey::" << info(r.key).name << ", RateStatus::" << to_text(r.status) << ", " << r.first.time_since_epoch().count()
        << ", " << r.last.time_since_epoch().count() << ", " << r.count << ", " << quoted(r.source) << ", " << quoted(r.note) << "),\n";
  out << "};\n\nconstexpr MunicipalTax taxes[] = {\n";
  for (const auto& t : taxes.rows)
    out << "    tax(" << quoted(t.municipality) << ", " << t.first.time_since_epoch().count() << ", " << t.last.time_since_epoch().count()
        << ", " << t.municipal.ten_thousandths() << ", " << (t.church ? t.church->ten_thousandths() : -1)
        << ", RateStatus::" << to_text(t.status) << ", " << quoted(t.source) << "),\n";
  out << "};\n\nconstexpr std::string_view version = " << quoted(fleks::version_of(rates.rows)) << ";\n";

  if (check) {
    std::string there;
    if (slurp(arguments[2], there) && there == out.str()) {
      std::cout << rates.rows.size() << " rates and " << taxes.rows.size() << " municipal taxes are embedded as published\n";
      return 0;
    }
    std::cerr << arguments[2] << " is not what " << arguments[0] << " and " << arguments[1] << " give\n";
    return 1;
  }
  std::ofstream file(arguments[2], std::ios::binary);
  file << out.str();
  file.close();
  return file ? 0 : 2;
}
