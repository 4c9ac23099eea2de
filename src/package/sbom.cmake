# Writes what is in the built files and what they are linked to as SPDX 2.3: run when they have been built.
#   cmake -D OUT=fleks.spdx.json -D VERSION=0.1.0 -D CHANGELOG=changelog -D OBJDUMP=objdump -D FILES=bin/fleks=PATH,...
#         -D COMPILED_IN=fmt|9.1.0|MIT|https://...,... [-D LOADED=bin/fleks=/usr/lib/libzip.so.4,...] [-D FOREIGN=ON] -P sbom.cmake
# The libraries are those that the files say they need or load while they run, and in turn those that they need; a version is that of the Debian package
# which the library is of, or stands in its file's name; of files for another machine (FOREIGN) it is not asserted. The same files give the same text: nothing reads the clock.

cmake_minimum_required(VERSION 3.21)

# The package and version of a library's file, or of what its name says.
function(version_of path name version supplier purl)
  file(REAL_PATH ${path} real)
  string(REGEX REPLACE "^/usr/" "/" without_usr ${real})
  foreach(each ${real} ${without_usr})
    execute_process(COMMAND dpkg-query -S ${each} OUTPUT_VARIABLE owner ERROR_QUIET RESULT_VARIABLE failed)
    if(NOT failed AND owner MATCHES "^([^:, ]+)")
      set(package ${CMAKE_MATCH_1})
      execute_process(COMMAND dpkg-query -W -f "\${Version}\n" ${package} OUTPUT_VARIABLE found ERROR_QUIET)
      string(REGEX REPLACE "\n.*" "" found "${found}")
      set(${name} ${package} PARENT_SCOPE)
      set(${version} ${found} PARENT_SCOPE)
      set(${supplier} "Organization: Debian" PARENT_SCOPE)
      string(REPLACE "+" "%2B" escaped "${found}")
      set(${purl} "pkg:deb/debian/${package}@${escaped}" PARENT_SCOPE)
      return()
    endif()
  endforeach()
  set(found NOASSERTION)
  if(real MATCHES "\\.so\\.([0-9.]+)$")
    set(found ${CMAKE_MATCH_1})
  endif()
  set(${version} ${found} PARENT_SCOPE)
  set(${supplier} NOASSERTION PARENT_SCOPE)
  set(${purl} "" PARENT_SCOPE)
endfunction()

# What a file says that it needs.
function(needed_by path result)
  execute_process(COMMAND ${OBJDUMP} -p ${path} OUTPUT_VARIABLE headers COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX MATCHALL "NEEDED +[^\n]+" lines "${headers}")
  list(TRANSFORM lines REPLACE "NEEDED +" "")
  list(FILTER lines EXCLUDE REGEX "^libfleks")
  list(FILTER lines EXCLUDE REGEX "^ld-")
  set(${result} ${lines} PARENT_SCOPE)
endfunction()

# The name of an element: letters, numbers, points and hyphens.
function(id_of text result)
  string(REGEX REPLACE "[^A-Za-z0-9.-]" "-" id "${text}")
  set(${result} "SPDXRef-${id}" PARENT_SCOPE)
endfunction()

string(REPLACE "," ";" FILES "${FILES}")
string(REPLACE "," ";" COMPILED_IN "${COMPILED_IN}")
string(REPLACE "," ";" LOADED "${LOADED}")

set(licence_of_libexpat MIT)
set(licence_of_libxlsxwriter BSD-2-Clause)
set(licence_of_libzip BSD-3-Clause)
set(licence_of_libstdc++ "GPL-3.0-or-later WITH GCC-exception-3.1")
set(licence_of_libgcc_s "GPL-3.0-or-later WITH GCC-exception-3.1")
set(licence_of_libc LGPL-2.1-or-later)
set(licence_of_libm LGPL-2.1-or-later)
set(licence_of_libz Zlib)
set(licence_of_libminizip Zlib)
set(licence_of_libbz2 bzip2-1.0.6)
set(licence_of_libcrypto Apache-2.0)

set(packages "")
set(relations "")
macro(add_package id name version licence supplier location purl)
  set(reference "")
  if(NOT "${purl}" STREQUAL "")
    set(reference ",
      \"externalRefs\": [{\"referenceCategory\": \"PACKAGE-MANAGER\", \"referenceType\": \"purl\", \"referenceLocator\": \"${purl}\"}]")
  endif()
  string(APPEND packages "${separator}
    {
      \"SPDXID\": \"${id}\",
      \"name\": \"${name}\",
      \"versionInfo\": \"${version}\",
      \"supplier\": \"${supplier}\",
      \"downloadLocation\": \"${location}\",
      \"filesAnalyzed\": false,
      \"licenseConcluded\": \"${licence}\",
      \"licenseDeclared\": \"${licence}\",
      \"copyrightText\": \"NOASSERTION\"${reference}
    }")
  set(separator ",")
endmacro()
macro(add_relation from what to)
  string(APPEND relations "${relation_separator}
    {\"spdxElementId\": \"${from}\", \"relationshipType\": \"${what}\", \"relatedSpdxElement\": \"${to}\"}")
  set(relation_separator ",")
endmacro()

add_package(SPDXRef-fleks fleks ${VERSION} MIT NOASSERTION NOASSERTION "")
add_relation(SPDXRef-DOCUMENT DESCRIBES SPDXRef-fleks)
foreach(each IN LISTS COMPILED_IN)
  string(REPLACE "|" ";" fields "${each}")
  list(GET fields 0 name)
  list(GET fields 1 version)
  list(GET fields 2 licence)
  list(GET fields 3 location)
  id_of(${name} id)
  add_package(${id} ${name} ${version} "${licence}" NOASSERTION ${location} "")
  add_relation(SPDXRef-fleks STATIC_LINK ${id})
endforeach()

# Each built file, then each library that one of them needs, and what that needs.
set(queue "")
set(seen "")
foreach(each IN LISTS FILES)
  string(REGEX MATCH "^([^=]+)=(.*)$" both "${each}")
  set(name ${CMAKE_MATCH_1})
  set(path ${CMAKE_MATCH_2})
  id_of("file-${name}" id)
  add_package(${id} ${name} ${VERSION} MIT NOASSERTION NOASSERTION "")
  add_relation(SPDXRef-fleks CONTAINS ${id})
  needed_by(${path} needs)
  foreach(each_loaded IN LISTS LOADED)
    if(each_loaded MATCHES "^${name}=(.*)$")
      get_filename_component(library ${CMAKE_MATCH_1} NAME)
      list(APPEND needs ${library})
      list(APPEND loaded_files ${CMAKE_MATCH_1})
    endif()
  endforeach()
  foreach(library IN LISTS needs)
    id_of(${library} library_id)
    add_relation(${id} DYNAMIC_LINK ${library_id})
  endforeach()
  list(APPEND queue ${needs})
  list(APPEND built ${path})
endforeach()
set(resolved "")
if(NOT FOREIGN)
  file(GET_RUNTIME_DEPENDENCIES LIBRARIES ${built} ${loaded_files} RESOLVED_DEPENDENCIES_VAR resolved UNRESOLVED_DEPENDENCIES_VAR unresolved
    CONFLICTING_DEPENDENCIES_PREFIX conflicting PRE_EXCLUDE_REGEXES "^libfleks" "^ld-")
endif()
list(APPEND resolved ${loaded_files})
while(queue)
  list(SORT queue)
  list(POP_FRONT queue library)
  if(library IN_LIST seen)
    continue()
  endif()
  list(APPEND seen ${library})
  set(path "")
  foreach(each IN LISTS resolved)
    get_filename_component(found ${each} NAME)
    if(found STREQUAL library)
      set(path ${each})
      break()
    endif()
  endforeach()
  id_of(${library} id)
  string(REGEX REPLACE "\\.so.*" "" stem ${library})
  set(licence NOASSERTION)
  if(DEFINED licence_of_${stem})
    set(licence "${licence_of_${stem}}")
  endif()
  set(name ${library})
  set(version NOASSERTION)
  set(supplier NOASSERTION)
  set(purl "")
  set(needs "")
  if(path)
    version_of(${path} package version supplier purl)
    needed_by(${path} needs)
  endif()
  add_package(${id} ${name} "${version}" "${licence}" "${supplier}" NOASSERTION "${purl}")
  foreach(each IN LISTS needs)
    id_of(${each} needed_id)
    add_relation(${id} DYNAMIC_LINK ${needed_id})
  endforeach()
  list(APPEND queue ${needs})
endwhile()

# The day of the version, as its changelog says.
file(READ ${CHANGELOG} changelog)
string(REGEX MATCH "\n -- [^\n]*, *([0-9]+) ([A-Z][a-z][a-z]) ([0-9]+) ([0-9:]+) " stamp "${changelog}")
set(day ${CMAKE_MATCH_1})
set(year ${CMAKE_MATCH_3})
set(time ${CMAKE_MATCH_4})
set(months Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec)
list(FIND months "${CMAKE_MATCH_2}" month)
if(month EQUAL -1)
  message(FATAL_ERROR "${CHANGELOG} does not say the day of its first version")
endif()
math(EXPR month "${month} + 1")
foreach(number day month)
  if(${number} LESS 10)
    string(REGEX REPLACE "^0*" "0" ${number} ${${number}})
  endif()
endforeach()

string(SHA256 hash "${packages}${relations}")
string(SUBSTRING ${hash} 0 16 hash)
file(WRITE ${OUT} "{
  \"spdxVersion\": \"SPDX-2.3\",
  \"dataLicense\": \"CC0-1.0\",
  \"SPDXID\": \"SPDXRef-DOCUMENT\",
  \"name\": \"fleks-${VERSION}\",
  \"documentNamespace\": \"https://fleks.invalid/spdx/fleks-${VERSION}-${hash}\",
  \"creationInfo\": {\"created\": \"${year}-${month}-${day}T${time}Z\", \"creators\": [\"Tool: fleks-build\"]},
  \"packages\": [${packages}
  ],
  \"relationships\": [${relations}
  ]
}
")
