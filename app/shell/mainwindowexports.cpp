// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a person takes along from the window as a file.

#include "fileexport.h"
#include "mainwindow.h"
#include "pictures.h"
#include "statusline.h"

#include <app/charts/timelinepanel.h>
#include <app/style/png.h>

namespace app::shell {

using namespace Qt::StringLiterals;

namespace {

constexpr double sharpPicture = 2; // pixels for each of the layout's

} // namespace

void MainWindow::connectExports()
{
    connect(m_pictures, &Pictures::exportWanted, this, &MainWindow::exportPicture);
    connect(m_timeline, &charts::TimelinePanel::exportWanted, this, &MainWindow::exportTimeline);
}

void MainWindow::exportPicture()
{
    const auto &system = m_shop.plan().system;
    const auto sheet = m_pictures->sheet(system.title);
    if (sheet.parts.empty())
        return showNotice(
            tr("The picture is not drawn yet: it is being arranged. Export it when it is seen."));
    const auto content = [sheet, theme = m_appearance.theme(), font = font()](const QString &ending) {
        return ending == u"svg"_s ? graph::writeSheet(sheet, theme, font)
                                  : style::pngOf(graph::paintSheet(sheet, theme, font, sharpPicture));
    };
    save({tr("Export the picture"), system.id, {u"png"_s, u"svg"_s}, content});
}

void MainWindow::exportTimeline(const QString &ending, const std::function<QByteArray()> &content)
{
    save({tr("Save the time line"), u"timeline"_s, {ending}, [content](const QString &) {
              return content();
          }});
}

void MainWindow::save(const FileWish &wish)
{
    auto *file = new FileExport(wish, *this);
    connect(file, &FileExport::failed, this, &MainWindow::showNotice);
    connect(file, &FileExport::written, this,
            [this](const QString &path) { m_status->say(tr("Written: %1").arg(path)); });
    file->ask();
}

} // namespace app::shell
