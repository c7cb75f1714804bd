# SPDX-FileCopyrightText: 2026 The Faultline authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The HTTP parser of Node.js: Llhttp::Llhttp. Other systems ship it as a library; Debian 12 ships its C sources
# in the package node-llhttp, which are compiled here into a static library. It must be strict about line ends
# (RFC 9112, 2.2 and 7.1): a lax one reads requests where others see a body, and so lets them be smuggled past those.
find_path(LLHTTP_INCLUDE_DIR llhttp.h PATHS /usr/share/include/llhttp)
find_library(LLHTTP_LIBRARY llhttp)
find_path(LLHTTP_SOURCE_DIR llhttp.c PATHS /usr/share/llhttp NO_DEFAULT_PATH)
include(FindPackageHandleStandardArgs)
if(LLHTTP_LIBRARY)
    find_package_handle_standard_args(Llhttp REQUIRED_VARS LLHTTP_LIBRARY LLHTTP_INCLUDE_DIR)
else()
    find_package_handle_standard_args(Llhttp REQUIRED_VARS LLHTTP_SOURCE_DIR LLHTTP_INCLUDE_DIR)
endif()
# A library of the system was built by others. Version 9 is strict, version 8 only as they chose.
if(Llhttp_FOUND AND LLHTTP_LIBRARY)
    try_run(LLHTTP_IS_STRICT LLHTTP_COMPILES ${CMAKE_BINARY_DIR}/llhttp ${CMAKE_CURRENT_LIST_DIR}/llhttpisstrict.c
        CMAKE_FLAGS -DINCLUDE_DIRECTORIES=${LLHTTP_INCLUDE_DIR} LINK_LIBRARIES ${LLHTTP_LIBRARY})
    if(NOT LLHTTP_COMPILES)
        message(FATAL_ERROR "A program with ${LLHTTP_LIBRARY} cannot be built. Remove it and install node-llhttp.")
    elseif(NOT LLHTTP_IS_STRICT EQUAL 0)
        message(FATAL_ERROR "${LLHTTP_LIBRARY} is lax about line ends, so that requests could be smuggled. Build it "
            "with LLHTTP_STRICT_MODE=1, or use its version 9, or remove it and install node-llhttp.")
    endif()
endif()
if(Llhttp_FOUND AND NOT TARGET Llhttp::Llhttp)
    if(LLHTTP_LIBRARY)
        add_library(Llhttp::Llhttp UNKNOWN IMPORTED)
        set_target_properties(Llhttp::Llhttp PROPERTIES IMPORTED_LOCATION ${LLHTTP_LIBRARY}
            INTERFACE_INCLUDE_DIRECTORIES ${LLHTTP_INCLUDE_DIR})
    else()
        add_library(llhttp_sources STATIC ${LLHTTP_SOURCE_DIR}/api.c ${LLHTTP_SOURCE_DIR}/http.c
            ${LLHTTP_SOURCE_DIR}/llhttp.c)
        target_include_directories(llhttp_sources SYSTEM PUBLIC ${LLHTTP_INCLUDE_DIR})
        target_compile_definitions(llhttp_sources PRIVATE LLHTTP_STRICT_MODE=1) # decides nothing in its header
        target_compile_options(llhttp_sources PRIVATE -O2 -w)
        set_target_properties(llhttp_sources PROPERTIES AUTOMOC OFF UNITY_BUILD OFF)
        add_library(Llhttp::Llhttp ALIAS llhttp_sources)
    endif()
endif()
