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
if(ROUNDOFF_FUZZ)
  # Instrumented for libFuzzer, which only its targets have in them.
  target_compile_options(roundoff_options INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(roundoff_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# roundoff_add_library(<room> SOURCES <file>... [PUBLIC <lib>...] [PRIVATE <lib>...])
# A room of the core: the static library roundoff_<room>, known to others as roundoff::<room>.
function(roundoff_add_library room)
  cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(roundoff_${room} STATIC ${ARG_SOURCES})
  add_library(roundoff::${room} ALIAS roundoff_${room})
  target_link_libraries(roundoff_${room} PUBLIC roundoff_options ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
endfunction()

# roundoff_precompile(<target> <header>...)
# roundoff_precompile(<target> REUSE_FROM <target>)    for a target that is compiled with the same options
# Headers of libraries only, never the project's own: a change of one of these must not build everything again.
function(roundoff_precompile target)
  if(ROUNDOFF_PRECOMPILE AND "${ARGV1}" STREQUAL "REUSE_FROM")
    target_precompile_headers(${target} ${ARGN})
  elseif(ROUNDOFF_PRECOMPILE)
    target_precompile_headers(${target} PRIVATE ${ARGN})
  endif()
endfunction()

# roundoff_precompile_for_tests(<target> LIBRARIES <lib>... HEADERS <header>...)
# Headers that many test programs share. <target> itself is nothing but the place where they are compiled, with the
# options of an executable that links these libraries; roundoff_add_test takes them from the target that
# ROUNDOFF_TEST_HEADERS names. Qt Test cannot be among them: it defines other macros for every test's folder.
function(roundoff_precompile_for_tests target)
  cmake_parse_arguments(ARG "" "" "LIBRARIES;HEADERS" ${ARGN})
  if(ROUNDOFF_PRECOMPILE)
    file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/${target}.cpp" CONTENT "int main() {}\n")
    add_executable(${target} EXCLUDE_FROM_ALL "${CMAKE_CURRENT_BINARY_DIR}/${target}.cpp")
    set_target_properties(${target} PROPERTIES AUTOMOC OFF AUTORCC OFF)
    target_link_libraries(${target} PRIVATE roundoff_options ${ARG_LIBRARIES})
    target_precompile_headers(${target} PRIVATE ${ARG_HEADERS})
  endif()
endfunction()

# roundoff_add_test(<room>/tst_<thing> [LIBRARIES <lib>...] [LABELS <label>...] [TIMEOUT <seconds>])
# One Qt Test executable, offscreen, with the paths of the source tree's golden values and resources compiled in, and
# with the precompiled headers of the target that ROUNDOFF_TEST_HEADERS names.
function(roundoff_add_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "LIBRARIES;LABELS" ${ARGN})
  get_filename_component(room "${name}" DIRECTORY)
  get_filename_component(target "${name}" NAME)
  add_executable(${target} "${PROJECT_SOURCE_DIR}/tests/${name}.cpp")
  target_link_libraries(${target} PRIVATE roundoff_options ${ARG_LIBRARIES} Qt6::Test)
  target_compile_definitions(${target} PRIVATE
    ROUNDOFF_GOLDEN_DIR="${PROJECT_SOURCE_DIR}/tests/golden"
    ROUNDOFF_RESOURCE_DIR="${PROJECT_SOURCE_DIR}/resources")
  # How many times as long as usual a test may take that looks at the clock.
  if(ROUNDOFF_SANITIZE STREQUAL "thread")
    target_compile_definitions(${target} PRIVATE ROUNDOFF_SANITIZER_SLOWDOWN=20.0)
  elseif(ROUNDOFF_SANITIZE)
    target_compile_definitions(${target} PRIVATE ROUNDOFF_SANITIZER_SLOWDOWN=4.0)
  endif()
  set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  roundoff_precompile(${target} REUSE_FROM ${ROUNDOFF_TEST_HEADERS})
  # Qt Test's watchdog is a thread of Qt's libraries. They are built without ThreadSanitizer, which so cannot see how that
  # thread keeps step with the others; and it takes a test for hung that is only slow under a sanitizer. With this option,
  # meant for programs under Valgrind, Qt Test starts none. CTest's limit stays.
  set(options)
  if(ROUNDOFF_SANITIZE)
    set(options -callgrindchild)
  endif()
  add_test(NAME ${name} COMMAND ${target} ${options})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  if(ROUNDOFF_SANITIZE)
    math(EXPR ARG_TIMEOUT "4 * ${ARG_TIMEOUT}")
  endif()
  # Those that use all processors or look at the clock are not to share them with other tests.
  set(alone OFF)
  if("threads" IN_LIST ARG_LABELS OR "slow" IN_LIST ARG_LABELS)
    set(alone ON)
  endif()
  set_tests_properties(${name} PROPERTIES
    LABELS "${room};${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT} RUN_SERIAL ${alone}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8")
endfunction()
