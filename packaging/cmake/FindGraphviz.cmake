# SPDX-FileCopyrightText: 2026 The Faultline authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Graphviz has no CMake package of its own: Graphviz::Graphviz (cgraph and gvc) through pkg-config.
find_package(PkgConfig REQUIRED)
pkg_check_modules(GRAPHVIZ IMPORTED_TARGET libcgraph libgvc)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Graphviz REQUIRED_VARS GRAPHVIZ_FOUND VERSION_VAR GRAPHVIZ_libgvc_VERSION)
if(GRAPHVIZ_FOUND AND NOT TARGET Graphviz::Graphviz)
    add_library(Graphviz::Graphviz ALIAS PkgConfig::GRAPHVIZ)
endif()
