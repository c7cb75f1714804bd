// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sitting.h"

#include "words.h"

#include <app/shell/mainwindow.h>
#include <model/packaging/presets.h>
#include <model/result/result.h>
#include <model/system/systemreader.h>
#include <services/platform/components.h>
#include <services/platform/resourcefinder.h>
#include <services/platform/stopsignals.h>
#include <services/platform/workfolder.h>

#include <QApplication>
#include <QFileInfo>
#include <QTimer>

#include <chrono>
#include <utility>

namespace app::desktop {

using namespace Qt::StringLiterals;
using services::platform::StopSignals;
using shell::MainWindow;

namespace {

constexpr std::chrono::seconds savingAfter{1}; // soon, but not at each step of a hand
constexpr qsizetype faultsTold = 3; // of a file, in the window

void sayFailure(const model::result::Result<void> &saved)
{
    if (!saved.has_value())
        say(stderr, saved.error().message);
}

} // namespace

std::optional<model::system::System> systemOf(const QString &file, QStringList &faults)
{
    QString path = file;
    if (path.isEmpty()) {
        const auto shop = services::platform::ResourceFinder().find(u"systems/shop.json"_s);
        if (!shop.has_value()) {
            faults << u"%1: %2"_s.arg(shop.error().subject, shop.error().message);
            return {};
        }
        path = *shop;
    }
    auto system = model::system::SystemReader::readFile(path);
    if (!system.has_value()) {
        for (const auto &error : system.error())
            faults << u"%1: %2"_s.arg(error.subject, error.message);
        return {};
    }
    const auto code = services::platform::componentsOf(*system);
    if (code.has_value())
        return *std::move(system);
    faults << u"%1: %2"_s.arg(path, code.error().message);
    return {};
}

Sitting::Sitting(QApplication &application, Wish wish)
    : m_wish(std::move(wish))
    , m_appearance(application)
{
}

void Sitting::recall()
{
    m_language.speak(m_wish.language); // what is said about the files is said in it
    const auto loaded = m_settingsFile.load();
    const auto arranged = m_workspaceFile.load();
    m_settings = loaded.settings;
    m_workspace = arranged.workspace;
    if (m_wish.language.isEmpty())
        m_language.speak(m_settings.language);
    m_appearance.setPreference(style::preferenceOfWord(m_settings.appearance));
    m_appearance.setMotion(style::motionOfWord(m_settings.motion));
    m_notice = u"%1 %2"_s.arg(loaded.notice, arranged.notice).trimmed();
}

int Sitting::run(model::system::System system)
{
    recall();
    m_next = Opened{std::move(system), m_wish.file};
    int result = 0;
    while (m_next.has_value())
        result = show(*std::exchange(m_next, std::nullopt));
    return result;
}

int Sitting::show(const Opened &opened)
{
    if (!opened.file.isEmpty())
        m_workspace.noteFile(QFileInfo(opened.file).absoluteFilePath());
    const auto &system = opened.system;
    shell::LiveShop shop({system,
                          {model::packaging::monolith(system), model::packaging::microservices(system)},
                          m_settings.shoppersPerSecond,
                          m_wish.broker.isEmpty() ? m_settings.broker : m_wish.broker,
                          services::platform::usualWorkRoot()});
    MainWindow window(shop, m_appearance, m_settings, m_workspace);
    window.showNotice(std::exchange(m_notice, {}));
    const StopSignals stop; // a terminal's Ctrl+C or the session's end closes it as people do
    QObject::connect(&stop, &StopSignals::stopRequested, &window, &QWidget::close);
    QObject::connect(&window, &MainWindow::systemWanted, &window,
                     [this, &window](const QString &file) { openNext(file, window); });
    QTimer saving;
    saving.setSingleShot(true);
    saving.setInterval(savingAfter);
    saving.callOnTimeout(&window, [this, &window] {
        if (const auto saved = m_workspaceFile.save(window.workspace()); !saved.has_value())
            window.showNotice(saved.error().message);
    });
    QObject::connect(&window, &MainWindow::workspaceChanged, &saving, qOverload<>(&QTimer::start));
    shop.start();
    window.QWidget::show();
    const int result = QApplication::exec();
    keep(window);
    return result;
}

void Sitting::openNext(const QString &file, MainWindow &window)
{
    QStringList faults;
    auto system = systemOf(file, faults);
    if (!system.has_value())
        return window.showNotice(faults.mid(0, faultsTold).join(u'\n'));
    m_next = Opened{*std::move(system), file};
    window.close();
}

void Sitting::keep(const MainWindow &window)
{
    m_settings = window.settings();
    m_workspace = window.workspace();
    sayFailure(m_settingsFile.save(m_settings));
    sayFailure(m_workspaceFile.save(m_workspace));
}

} // namespace app::desktop
