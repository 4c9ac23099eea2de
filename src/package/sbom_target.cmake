# The bill of materials (SBOM): what is compiled in, as found above, and what the built files are linked to, read from themselves.
# Last of all, for it needs the program too.
find_package(Boost 1.74 REQUIRED)
find_package(fmt 9 REQUIRED)
find_package(date 3 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
set(compiled_in
  "fmt|${fmt_VERSION}|MIT|https://fmt.dev"
  "date|${date_VERSION}|MIT|https://github.com/HowardHinnant/date"
  "nlohmann_json|${nlohmann_json_VERSION}|MIT|https://json.nlohmann.me"
  "boost-multiprecision|${Boost_VERSION}|BSL-1.0|https://www.boost.org")
set(built fleks_c)
set(built_files "lib/libfleks_c.so=$<TARGET_FILE:fleks_c>")
get_target_property(kind fleks TYPE)
if(kind STREQUAL SHARED_LIBRARY)
  list(APPEND built fleks)
  list(APPEND built_files "lib/libfleks.so=$<TARGET_FILE:fleks>")
elseif(TARGET fleks_shared)
  list(APPEND built fleks_shared)
  list(APPEND built_files "lib/libfleks.so=$<TARGET_FILE:fleks_shared>")
endif()
if(TARGET fleks_program)
  find_package(CLI11 2.1 REQUIRED)
  list(APPEND compiled_in "CLI11|${CLI11_VERSION}|BSD-3-Clause|https://github.com/CLIUtils/CLI11")
  list(APPEND built fleks_program)
  list(APPEND built_files "bin/fleks=$<TARGET_FILE:fleks_program>")
  file(GLOB page CONFIGURE_DEPENDS ${FLEKS_PAGE})
  if(page)
    file(READ ${PROJECT_SOURCE_DIR}/examples/web/package.json of_page)
    foreach(each preact:MIT d3-scale:ISC d3-shape:ISC)
      string(REPLACE ":" ";" each ${each})
      list(GET each 0 name)
      list(GET each 1 licence)
      string(JSON version GET "${of_page}" dependencies ${name})
      list(APPEND compiled_in "${name}|${version}|${licence}|https://www.npmjs.com/package/${name}")
    endforeach()
  endif()
endif()
list(JOIN compiled_in "," compiled_in)
list(JOIN built_files "," built_files)
set(package ${PROJECT_SOURCE_DIR}/src/package)
set(sbom ${PROJECT_BINARY_DIR}/generated/fleks.spdx.json)
add_custom_command(OUTPUT ${sbom}
  COMMAND ${CMAKE_COMMAND} -D OUT=${sbom} -D VERSION=${PROJECT_VERSION} -D CHANGELOG=${package}/changelog -D OBJDUMP=${CMAKE_OBJDUMP}
    -D FILES=${built_files} -D COMPILED_IN=${compiled_in} -D FOREIGN=${CMAKE_CROSSCOMPILING} -P ${package}/sbom.cmake
  DEPENDS ${built} ${package}/sbom.cmake ${package}/changelog
  COMMENT "Writing the bill of materials" VERBATIM)
add_custom_target(fleks_sbom ALL DEPENDS ${sbom})
install(FILES ${sbom} DESTINATION ${CMAKE_INSTALL_DOCDIR})
