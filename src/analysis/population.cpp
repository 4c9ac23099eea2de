#include <fleks/analysis/population.hpp>
#include <fleks/analysis/population_summary.hpp>

#include <algorithm>
#include <cstring>

#include "analysis/population_work.hpp"

namespace fleks {

char* TextBuffer::room(std::size_t bytes) {
  if (capacity_ - size_ < bytes) {
    capacity_ = std::max(2 * capacity_, size_ + bytes);
    std::unique_ptr<char[]> wider(new char[capacity_]);  // not set to 0 first, as make_unique would
    if (size_ != 0) std::memcpy(wider.get(), data_.get(), size_);
    data_ = std::move(wider);
  }
  return data_.get() + size_;
}

void TextBuffer::add(std::string_view text) {
  char* p = room(text.size());
  std::copy(text.begin(), text.end(), p);
  wrote(p + text.size());
}

std::string population_output_header(std::span<const Reform> reforms, const TableForm& form, bool purses,
                                     std::span<const NetColumn> columns, bool weights) {
  std::string header = form.names_separator ? std::string("sep=") + form.separator + "\n" : "";
  header += "id";
  const auto add = [&](std::string_view name) { header.append(1, form.separator).append(name); };
  add("month");
  for (const std::string_view name : answer_names) add(name);
  if (purses)
    for (const char* name : {"municipality", "state"}) add(name);
  for (const Reform& reform : reforms) {
    for (const char* of_reform : {"_fleksloentilskud", "_payout", "_difference"}) add(reform.id + of_reform);
    if (purses)
      for (const char* of_reform : {"_municipality", "_state"}) add(reform.id + of_reform);
  }
  for (const NetColumn column : columns) add(to_text(column));
  if (weights) add(to_text(TableColumn::weight));
  return header + "\n";
}

class PopulationWorker::Work : public PopulationWork {
 public:
  using PopulationWork::PopulationWork;
};

PopulationWorker::PopulationWorker(const TableLayout& layout, const Scenario& today, std::span<const Reform> reforms,
                                   PopulationSummary* summary)
    : work_(std::make_unique<Work>(layout, today, reforms, summary, layout.form())) {}
PopulationWorker::PopulationWorker(PopulationWorker&&) noexcept = default;
PopulationWorker::~PopulationWorker() = default;

std::int64_t PopulationWorker::run(std::string_view records, TextBuffer& out, std::vector<BadRow>& bad) {
  return work_->run(records, out, bad);
}

}  // namespace fleks
