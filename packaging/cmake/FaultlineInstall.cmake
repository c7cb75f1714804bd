# SPDX-FileCopyrightText: 2026 The Faultline authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What is installed where, and the .deb of it. Included last: it looks at the finished targets. ./dev package builds
# the target `packaged` and runs CPack.
include(GNUInstallDirs)

set(documents ${CMAKE_INSTALL_DATADIR}/doc/faultline)
set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
set(desktop_id io.github.faultline.Faultline)

install(TARGETS faultline faultline-lab RUNTIME)
install(DIRECTORY resources/systems resources/scenarios resources/schema DESTINATION ${CMAKE_INSTALL_DATADIR}/faultline)
install(FILES packaging/desktop/${desktop_id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES packaging/desktop/${desktop_id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES resources/icons/${desktop_id}.svg DESTINATION ${icons}/scalable/apps)
foreach(size 16 24 32 48 64 128 256)
    install(FILES resources/icons/${size}.png DESTINATION ${icons}/${size}x${size}/apps RENAME ${desktop_id}.png)
endforeach()
install(FILES packaging/deb/copyright DESTINATION ${documents})

add_custom_target(packaged DEPENDS faultline faultline-lab)

# Debian wants manuals and changelogs compressed, without a time stamp.
function(faultline_install_compressed source destination)
    get_filename_component(name ${source} NAME)
    set(written ${PROJECT_BINARY_DIR}/packaging/${name})
    configure_file(${source} ${written} @ONLY)
    add_custom_command(OUTPUT ${written}.gz DEPENDS ${written} COMMAND gzip -9nkf ${written} VERBATIM)
    add_custom_target(compressed_${name} ALL DEPENDS ${written}.gz)
    add_dependencies(packaged compressed_${name})
    install(FILES ${written}.gz DESTINATION ${destination})
endfunction()

faultline_install_compressed(packaging/man/faultline.1 ${CMAKE_INSTALL_MANDIR}/man1)
faultline_install_compressed(packaging/man/faultline-lab.1 ${CMAKE_INSTALL_MANDIR}/man1)
faultline_install_compressed(packaging/deb/changelog ${documents})

# faultline_tells_version(FILE TEXT): what people read names the version that is built.
function(faultline_tells_version file text)
    file(READ ${file} content)
    string(FIND "${content}" "${text}" found)
    if(found EQUAL -1)
        message(FATAL_ERROR "${file} does not mention ${text}: write what is new in this version.")
    endif()
endfunction()
faultline_tells_version(packaging/deb/changelog "faultline (${PROJECT_VERSION})")
faultline_tells_version(packaging/desktop/${desktop_id}.metainfo.xml "<release version=\"${PROJECT_VERSION}\"")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME faultline)
set(CPACK_PACKAGE_VENDOR "The Faultline authors")
set(CPACK_PACKAGE_CONTACT "The Faultline authors <faultline@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "see one online shop as a monolith and as microservices")
set(CPACK_PACKAGE_DESCRIPTION
"Faultline runs one online shop in two shapes, a monolith and a set of
microservices, for real inside one program: real HTTP, a real database a
service, real messages. Crash a service and see at once what customers can
still do in both shapes.
.
It is for product managers who explore architecture, for training and for
interviews. Everything runs on this computer and works offline. The program
faultline-lab plays the same without a window.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
# What the linker sees. What is loaded at run time comes with it: Qt's platform plugins are in libqt6gui6, Graphviz'
# layout plugins in libgvc6, and the window's icon needs no plugin.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# The window is drawn for Inter, and takes the desktop's own font without it. Qt's own words in other languages than
# English come in a package of their own.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-inter, qt6-translations-l10n")
# For a Wayland desktop without XWayland.
set(CPACK_DEBIAN_PACKAGE_SUGGESTS qt6-wayland)
include(CPack)
