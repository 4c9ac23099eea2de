#include <dlfcn.h>

#include <new>
#include <string_view>

#include <xlsxwriter.h>
#include <zip.h>

#include "command.hpp"

// The libraries of workbooks bring those of ciphers with them, which take ten times as long to load as a month takes to compute. So the
// program is not linked to them: each of their functions that it calls is defined here and goes on to the library's own, which is loaded
// when the first of them is called. The headers of the libraries check that each has its parameters.

namespace program {
namespace {

/// For the life of the program.
void* loaded(const char* library) {
  void* const opened = dlopen(library, RTLD_LAZY | RTLD_LOCAL);
  if (opened != nullptr) return opened;
  const char* const why = dlerror();
  // The text is the C library's, in no language: nothing here asks for another.
  if (why == nullptr || std::string_view(why).find("memory") != std::string_view::npos) throw std::bad_alloc();
  throw fleks::BadResult(
      {.code = fleks::ErrorCode::cannot_read, .field = "xlsx", .given = library, .allowed = fleks::FileTrouble::missing});
}

void* xlsxwriter() {
  static void* const library = loaded(FLEKS_XLSXWRITER);
  return library;
}
void* zip() {
  static void* const library = loaded(FLEKS_ZIP);
  return library;
}

template <class Function>
Function* found(void* library, const char* name) {
  void* const place = dlsym(library, name);
  if (place == nullptr) throw std::bad_alloc();  // the library of that number has it
  return reinterpret_cast<Function*>(place);
}

}  // namespace
}  // namespace program

#define FLEKS_GOES_ON(library, result, name, parameters, arguments)                             \
  result name parameters {                                                                      \
    static auto* const function = program::found<result parameters>(program::library(), #name); \
    return function arguments;                                                                  \
  }
#define FLEKS_XLSX(result, name, parameters, arguments) FLEKS_GOES_ON(xlsxwriter, result, name, parameters, arguments)
#define FLEKS_OF_ZIP(result, name, parameters, arguments) FLEKS_GOES_ON(zip, result, name, parameters, arguments)

extern "C" {
FLEKS_XLSX(lxw_chart_series*, chart_add_series, (lxw_chart * a, const char* b, const char* c), (a, b, c))
FLEKS_XLSX(void, chart_axis_set_name, (lxw_chart_axis * a, const char* b), (a, b))
FLEKS_XLSX(void, chart_axis_set_num_format, (lxw_chart_axis * a, const char* b), (a, b))
FLEKS_XLSX(void, chart_series_set_categories, (lxw_chart_series * a, const char* b, lxw_row_t c, lxw_col_t d, lxw_row_t e, lxw_col_t f),
           (a, b, c, d, e, f))
FLEKS_XLSX(void, chart_series_set_name, (lxw_chart_series * a, const char* b), (a, b))
FLEKS_XLSX(void, chart_series_set_values, (lxw_chart_series * a, const char* b, lxw_row_t c, lxw_col_t d, lxw_row_t e, lxw_col_t f),
           (a, b, c, d, e, f))
FLEKS_XLSX(void, chart_title_set_name, (lxw_chart * a, const char* b), (a, b))
FLEKS_XLSX(void, format_set_align, (lxw_format * a, uint8_t b), (a, b))
FLEKS_XLSX(void, format_set_bg_color, (lxw_format * a, lxw_color_t b), (a, b))
FLEKS_XLSX(void, format_set_bold, (lxw_format * a), (a))
FLEKS_XLSX(void, format_set_border, (lxw_format * a, uint8_t b), (a, b))
FLEKS_XLSX(void, format_set_font_color, (lxw_format * a, lxw_color_t b), (a, b))
FLEKS_XLSX(void, format_set_num_format, (lxw_format * a, const char* b), (a, b))
FLEKS_XLSX(void, format_set_text_wrap, (lxw_format * a), (a))
FLEKS_XLSX(void, format_set_top, (lxw_format * a, uint8_t b), (a, b))
FLEKS_XLSX(void, format_set_unlocked, (lxw_format * a), (a))
FLEKS_XLSX(char*, lxw_strerror, (lxw_error a), (a))
FLEKS_XLSX(void, lxw_workbook_free, (lxw_workbook * a), (a))
FLEKS_XLSX(lxw_chart*, workbook_add_chart, (lxw_workbook * a, uint8_t b), (a, b))
FLEKS_XLSX(lxw_format*, workbook_add_format, (lxw_workbook * a), (a))
FLEKS_XLSX(lxw_worksheet*, workbook_add_worksheet, (lxw_workbook * a, const char* b), (a, b))
FLEKS_XLSX(lxw_error, workbook_close, (lxw_workbook * a), (a))
FLEKS_XLSX(lxw_error, workbook_define_name, (lxw_workbook * a, const char* b, const char* c), (a, b, c))
FLEKS_XLSX(lxw_workbook*, workbook_new, (const char* a), (a))
FLEKS_XLSX(lxw_workbook*, workbook_new_opt, (const char* a, lxw_workbook_options* b), (a, b))
FLEKS_XLSX(lxw_error, workbook_set_properties, (lxw_workbook * a, lxw_doc_properties* b), (a, b))
FLEKS_XLSX(lxw_error, worksheet_data_validation_cell, (lxw_worksheet * a, lxw_row_t b, lxw_col_t c, lxw_data_validation* d), (a, b, c, d))
FLEKS_XLSX(void, worksheet_fit_to_pages, (lxw_worksheet * a, uint16_t b, uint16_t c), (a, b, c))
FLEKS_XLSX(void, worksheet_hide, (lxw_worksheet * a), (a))
FLEKS_XLSX(lxw_error, worksheet_insert_chart_opt, (lxw_worksheet * a, lxw_row_t b, lxw_col_t c, lxw_chart* d, lxw_chart_options* e),
           (a, b, c, d, e))
FLEKS_XLSX(lxw_error, worksheet_print_area, (lxw_worksheet * a, lxw_row_t b, lxw_col_t c, lxw_row_t d, lxw_col_t e), (a, b, c, d, e))
FLEKS_XLSX(void, worksheet_protect, (lxw_worksheet * a, const char* b, lxw_protection* c), (a, b, c))
FLEKS_XLSX(lxw_error, worksheet_set_column, (lxw_worksheet * a, lxw_col_t b, lxw_col_t c, double d, lxw_format* e), (a, b, c, d, e))
FLEKS_XLSX(void, worksheet_set_landscape, (lxw_worksheet * a), (a))
FLEKS_XLSX(void, worksheet_set_paper, (lxw_worksheet * a, uint8_t b), (a, b))
FLEKS_XLSX(lxw_error, worksheet_set_row, (lxw_worksheet * a, lxw_row_t b, double c, lxw_format* d), (a, b, c, d))
FLEKS_XLSX(lxw_error, worksheet_write_blank, (lxw_worksheet * a, lxw_row_t b, lxw_col_t c, lxw_format* d), (a, b, c, d))
FLEKS_XLSX(lxw_error, worksheet_write_formula_num, (lxw_worksheet * a, lxw_row_t b, lxw_col_t c, const char* d, lxw_format* e, double f),
           (a, b, c, d, e, f))
FLEKS_XLSX(lxw_error, worksheet_write_number, (lxw_worksheet * a, lxw_row_t b, lxw_col_t c, double d, lxw_format* e), (a, b, c, d, e))
FLEKS_XLSX(lxw_error, worksheet_write_string, (lxw_worksheet * a, lxw_row_t b, lxw_col_t c, const char* d, lxw_format* e), (a, b, c, d, e))
FLEKS_OF_ZIP(int, zip_close, (zip_t * a), (a))
FLEKS_OF_ZIP(void, zip_discard, (zip_t * a), (a))
FLEKS_OF_ZIP(int, zip_error_code_system, (const zip_error_t* a), (a))
FLEKS_OF_ZIP(int, zip_error_code_zip, (const zip_error_t* a), (a))
FLEKS_OF_ZIP(void, zip_error_fini, (zip_error_t * a), (a))
FLEKS_OF_ZIP(void, zip_error_init, (zip_error_t * a), (a))
FLEKS_OF_ZIP(int, zip_fclose, (zip_file_t * a), (a))
FLEKS_OF_ZIP(zip_int64_t, zip_file_add, (zip_t * a, const char* b, zip_source_t* c, zip_flags_t d), (a, b, c, d))
FLEKS_OF_ZIP(zip_error_t*, zip_file_get_error, (zip_file_t * a), (a))
FLEKS_OF_ZIP(int, zip_file_set_dostime, (zip_t * a, zip_uint64_t b, zip_uint16_t c, zip_uint16_t d, zip_flags_t e), (a, b, c, d, e))
FLEKS_OF_ZIP(int, zip_file_set_external_attributes, (zip_t * a, zip_uint64_t b, zip_flags_t c, zip_uint8_t d, zip_uint32_t e),
             (a, b, c, d, e))
FLEKS_OF_ZIP(zip_file_t*, zip_fopen, (zip_t * a, const char* b, zip_flags_t c), (a, b, c))
FLEKS_OF_ZIP(zip_int64_t, zip_fread, (zip_file_t * a, void* b, zip_uint64_t c), (a, b, c))
FLEKS_OF_ZIP(zip_error_t*, zip_get_error, (zip_t * a), (a))
FLEKS_OF_ZIP(zip_int64_t, zip_get_num_entries, (zip_t * a, zip_flags_t b), (a, b))
FLEKS_OF_ZIP(zip_t*, zip_open, (const char* a, int b, int* c), (a, b, c))
FLEKS_OF_ZIP(zip_t*, zip_open_from_source, (zip_source_t * a, int b, zip_error_t* c), (a, b, c))
FLEKS_OF_ZIP(zip_source_t*, zip_source_buffer, (zip_t * a, const void* b, zip_uint64_t c, int d), (a, b, c, d))
FLEKS_OF_ZIP(zip_source_t*, zip_source_buffer_create, (const void* a, zip_uint64_t b, int c, zip_error_t* d), (a, b, c, d))
FLEKS_OF_ZIP(zip_source_t*, zip_source_file, (zip_t * a, const char* b, zip_uint64_t c, zip_int64_t d), (a, b, c, d))
FLEKS_OF_ZIP(void, zip_source_free, (zip_source_t * a), (a))
FLEKS_OF_ZIP(int, zip_stat, (zip_t * a, const char* b, zip_flags_t c, zip_stat_t* d), (a, b, c, d))
FLEKS_OF_ZIP(int, zip_stat_index, (zip_t * a, zip_uint64_t b, zip_flags_t c, zip_stat_t* d), (a, b, c, d))
FLEKS_OF_ZIP(void, zip_stat_init, (zip_stat_t * a), (a))
}  // extern "C"
