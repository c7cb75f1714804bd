# SPDX-FileCopyrightText: 2026 The Faultline authors
# SPDX-License-Identifier: GPL-3.0-or-later

# How every part of Faultline is built: the language, the warnings, and the three kinds of target.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_INTERPROCEDURAL_OPTIMIZATION_RELEASE OFF)

option(FAULTLINE_WERROR "Treat warnings as errors" OFF)
option(FAULTLINE_PCH "Precompile Qt's headers" ON)
set(FAULTLINE_SANITIZE "" CACHE STRING "Sanitizers, as -fsanitize takes them: address,undefined or thread")

add_library(faultline_options INTERFACE)
target_compile_definitions(faultline_options INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
    QT_NO_FOREACH QT_DISABLE_DEPRECATED_BEFORE=0x060400 FAULTLINE_VERSION="${PROJECT_VERSION}")
target_compile_options(faultline_options INTERFACE -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual
    -Wshadow=local -Wimplicit-fallthrough)
if(CMAKE_UNITY_BUILD)
    # Files that are compiled together look like headers to GCC, in which nothing unnamed should be used.
    target_compile_options(faultline_options INTERFACE -Wno-subobject-linkage)
endif()
if(CMAKE_BUILD_TYPE STREQUAL "Release")
    # GCC 12, once everything is inlined, takes the error of an expected that has none for one that is read.
    target_compile_options(faultline_options INTERFACE -Wno-maybe-uninitialized)
endif()
if(FAULTLINE_WERROR)
    target_compile_options(faultline_options INTERFACE -Werror)
endif()
if(FAULTLINE_SANITIZE)
    add_compile_options(-fsanitize=${FAULTLINE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${FAULTLINE_SANITIZE})
endif()
find_program(FAULTLINE_MOLD mold)
if(FAULTLINE_MOLD)
    add_link_options(-fuse-ld=mold)
endif()

# One precompiled header for everything: parsing Qt anew in each file would cost most of the build's time.
# Called once, after the packages are found.
function(faultline_precompile)
    if(NOT FAULTLINE_PCH)
        return()
    endif()
    file(WRITE ${PROJECT_BINARY_DIR}/precompiled.cpp "")
    add_library(faultline_precompiled OBJECT ${PROJECT_BINARY_DIR}/precompiled.cpp)
    set_target_properties(faultline_precompiled PROPERTIES AUTOMOC OFF UNITY_BUILD OFF)
    target_link_libraries(faultline_precompiled PRIVATE faultline_options Qt6::Core QCoro6::Core tl::expected)
    target_precompile_headers(faultline_precompiled PRIVATE <QtCore/QtCore> <QCoroTask> <tl/expected.hpp>
        <algorithm> <chrono> <coroutine> <deque> <functional> <memory> <optional> <variant> <vector>)
endfunction()

function(faultline_use_precompiled target)
    if(TARGET faultline_precompiled)
        target_precompile_headers(${target} REUSE_FROM faultline_precompiled)
    endif()
endfunction()

# faultline_module(LINKS libraries... [APART sources...] [WITHOUT folders...]): the static library of one second-level folder, named after it
# (services/transport -> services_transport). Its headers must each compile alone with what it links.
# All presets but lint compile its sources together, eight at a time, which read the same headers only once. So what a
# source names for itself alone must be named unlike in the others of its folder; APART: sources which do not.
function(faultline_module)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "" "LINKS;APART;WITHOUT")
    set_source_files_properties(${arg_APART} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    file(RELATIVE_PATH folder ${PROJECT_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
    string(REPLACE "/" "_" name ${folder})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS *.cpp *.qrc)
    file(GLOB_RECURSE headers CONFIGURE_DEPENDS *.h)
    foreach(folder IN LISTS arg_WITHOUT)
        list(FILTER sources EXCLUDE REGEX "^${CMAKE_CURRENT_SOURCE_DIR}/${folder}/")
        list(FILTER headers EXCLUDE REGEX "^${CMAKE_CURRENT_SOURCE_DIR}/${folder}/")
    endforeach()
    if(sources)
        add_library(${name} STATIC ${sources})
        set(scope PUBLIC)
        faultline_use_precompiled(${name})
    else()
        add_library(${name} INTERFACE)
        set(scope INTERFACE)
    endif()
    target_sources(${name} ${scope} FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${headers})
    target_include_directories(${name} ${scope} ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} ${scope} faultline_options ${arg_LINKS})
    set_target_properties(${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
endfunction()

# faultline_moc(TARGET SOURCE): makes the SOURCE.moc which a test includes at its end. AUTOMOC would do it too, but scans
# each program on its own and compiles an empty file for it: with so many programs that is a tenth of the build.
function(faultline_moc target source)
    get_filename_component(base ${source} NAME_WE)
    set(made ${CMAKE_CURRENT_BINARY_DIR}/${base}.moc)
    add_custom_command(OUTPUT ${made} DEPENDS ${source} COMMAND Qt6::moc ${source} -o ${made} VERBATIM
        COMMENT "Moc ${base}")
    target_sources(${target} PRIVATE ${made})
    target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
    set_target_properties(${target} PROPERTIES AUTOMOC OFF AUTORCC OFF UNITY_BUILD OFF)
endfunction()

# faultline_tests(LINKS libraries... [LONG tests...] [ALONE tests...] [WITHOUT tests...]): each tst_*.cpp of the folder is a test program and
# one test. LONG: these begin before the others, so that none is left to run at the end alone. ALONE: these look at what
# whole programs do within some time; of all such tests one runs at a time, with room, and they begin first of all.
function(faultline_tests)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "" "LINKS;LONG;ALONE;WITHOUT")
    file(GLOB tests CONFIGURE_DEPENDS tst_*.cpp)
    file(RELATIVE_PATH folder ${PROJECT_SOURCE_DIR}/tests ${CMAKE_CURRENT_SOURCE_DIR})
    string(REPLACE "/" "_" prefix ${folder})
    foreach(test IN LISTS tests)
        get_filename_component(base ${test} NAME_WE)
        if(base IN_LIST arg_WITHOUT)
            continue()
        endif()
        set(name ${prefix}_${base})
        add_executable(${name} ${test})
        faultline_moc(${name} ${test})
        faultline_use_precompiled(${name})
        target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
        target_compile_definitions(${name} PRIVATE FAULTLINE_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
            FAULTLINE_BINARY_DIR="${PROJECT_BINARY_DIR}")
        target_link_libraries(${name} PRIVATE faultline_options Qt6::Test ${arg_LINKS})
        add_test(NAME ${name} COMMAND ${name})
        set_tests_properties(${name} PROPERTIES TIMEOUT 120
            ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_NO_GLIB=1;DBUS_SESSION_BUS_ADDRESS=;XDG_CACHE_HOME=${PROJECT_BINARY_DIR}/cache")
        if(base IN_LIST arg_ALONE)
            set_tests_properties(${name} PROPERTIES RESOURCE_LOCK programs PROCESSORS 2 COST 200)
        elseif(base IN_LIST arg_LONG)
            set_tests_properties(${name} PROPERTIES COST 100)
        endif()
    endforeach()
endfunction()

# faultline_bench(NAME LINKS libraries...): a benchmark program (bench_NAME.cpp of the folder), labelled `bench`
# and left out of the normal tests. It prints its figures as JSON lines.
function(faultline_bench bench)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINKS")
    add_executable(bench_${bench} bench_${bench}.cpp)
    set_target_properties(bench_${bench} PROPERTIES AUTOMOC OFF AUTORCC OFF UNITY_BUILD OFF)
    faultline_use_precompiled(bench_${bench})
    target_include_directories(bench_${bench} PRIVATE ${PROJECT_SOURCE_DIR})
    target_compile_definitions(bench_${bench} PRIVATE FAULTLINE_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
        FAULTLINE_BINARY_DIR="${PROJECT_BINARY_DIR}")
    target_link_libraries(bench_${bench} PRIVATE faultline_options ${arg_LINKS})
    add_test(NAME bench_${bench} COMMAND bench_${bench} CONFIGURATIONS Bench)
    set_tests_properties(bench_${bench} PROPERTIES LABELS bench ENVIRONMENT "QT_NO_GLIB=1" TIMEOUT 900)
endfunction()

# A program finds its own files at ../share/faultline, wherever it is installed. In the build tree that is a link to
# the sources. Called in the folder of each program; no path of the sources gets into it.
function(faultline_link_resources)
    cmake_path(GET CMAKE_CURRENT_BINARY_DIR PARENT_PATH prefix)
    file(MAKE_DIRECTORY ${prefix}/share)
    file(CREATE_LINK ${PROJECT_SOURCE_DIR}/resources ${prefix}/share/faultline SYMBOLIC)
endfunction()

# Adds each folder below this one that has a build file of its own, in the order given.
macro(faultline_folders)
    foreach(folder ${ARGN})
        if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/CMakeLists.txt)
            add_subdirectory(${folder})
        endif()
    endforeach()
endmacro()
