# The libraries of workbooks, which the library itself knows nothing of: libxlsxwriter writes one, libzip is the way back. The program
# loads them by the names they give themselves, and only for a workbook (loaded_libraries.cpp).
find_library(XLSXWRITER_LIBRARY xlsxwriter REQUIRED)
find_path(XLSXWRITER_INCLUDE xlsxwriter.h REQUIRED)
find_library(ZIP_LIBRARY zip REQUIRED)
find_path(ZIP_INCLUDE zip.h REQUIRED)
foreach(library XLSXWRITER ZIP)
  execute_process(COMMAND ${CMAKE_OBJDUMP} -p ${${library}_LIBRARY} OUTPUT_VARIABLE headers COMMAND_ERROR_IS_FATAL ANY)
  if(NOT headers MATCHES "SONAME +([^\n]+)")
    message(FATAL_ERROR "${${library}_LIBRARY} does not say its name")
  endif()
  set(${library}_NAME ${CMAKE_MATCH_1})
endforeach()
