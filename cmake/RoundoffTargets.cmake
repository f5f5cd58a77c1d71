# SPDX-License-Identifier: GPL-3.0-or-later
# How every target of the project is made: one place for compiler options, so that no target can differ.

# -ffp-contract=off: a product and a sum may be fused only where the source says so, or the bits of a result
# would depend on the compiler's mood.
add_library(roundoff_options INTERFACE)
target_include_directories(roundoff_options INTERFACE "${PROJECT_SOURCE_DIR}")
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
  target_compile_options(roundoff_options INTERFACE
    -ffp-contract=off -Wall -Wextra -Wconversion -Wshadow
    $<$<BOOL:${ROUNDOFF_WARNINGS_AS_ERRORS}>:-Werror>)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # GCC 12 takes "literal" + std::string for an overlapping copy (its bug 105651).
    target_compile_options(roundoff_options INTERFACE -Wno-restrict)
  endif()
elseif(MSVC)
  target_compile_options(roundoff_options INTERFACE
    /fp:precise /W4 /permissive- /utf-8 /Zc:__cplusplus $<$<BOOL:${ROUNDOFF_WARNINGS_AS_ERRORS}>:/WX>)
  target_compile_definitions(roundoff_options INTERFACE NOMINMAX _USE_MATH_DEFINES)
endif()
if(ROUNDOFF_SANITIZE)
  target_compile_options(roundoff_options INTERFACE
    -fsanitize=${ROUNDOFF_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(roundoff_options INTERFACE -fsanitize=${ROUNDOFF_SANITIZE})
endif()

# roundoff_add_library(<room> SOURCES <file>... [PUBLIC <lib>...] [PRIVATE <lib>...])
# A room of the core: the static library roundoff_<room>, known to others as roundoff::<room>.
function(roundoff_add_library room)
  cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(roundoff_${room} STATIC ${ARG_SOURCES})
  add_library(roundoff::${room} ALIAS roundoff_${room})
  target_link_libraries(roundoff_${room} PUBLIC roundoff_options ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
endfunction()

# roundoff_add_test(<room>/tst_<thing> [LIBRARIES <lib>...] [LABELS <label>...] [TIMEOUT <seconds>])
# One Qt Test executable, offscreen, with the paths of the source tree's golden values and resources compiled in.
function(roundoff_add_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "LIBRARIES;LABELS" ${ARGN})
  get_filename_component(room "${name}" DIRECTORY)
  get_filename_component(target "${name}" NAME)
  add_executable(${target} "${PROJECT_SOURCE_DIR}/tests/${name}.cpp")
  target_link_libraries(${target} PRIVATE roundoff_options ${ARG_LIBRARIES} Qt6::Test)
  target_compile_definitions(${target} PRIVATE
    ROUNDOFF_GOLDEN_DIR="${PROJECT_SOURCE_DIR}/tests/golden"
    ROUNDOFF_RESOURCE_DIR="${PROJECT_SOURCE_DIR}/resources")
  set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  add_test(NAME ${name} COMMAND ${target})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  set_tests_properties(${name} PROPERTIES
    LABELS "${room};${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8")
endfunction()
