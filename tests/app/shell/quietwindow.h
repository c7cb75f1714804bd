// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/shell/actions.h>
#include <app/shell/finder.h>
#include <app/shell/mainwindow.h>

#include <QApplication>
#include <QMenu>
#include <QTest>

#include <tests/support/shop.h>

#include <memory>

namespace tests::shell {

inline app::graph::Target unit(const QString &name)
{
    return {{model::layout::NodeKind::Unit, name}, {}};
}

// All acts of the menu and of those in it, but for headings.
inline QList<const QAction *> actsOf(const QMenu &menu)
{
    QList<const QAction *> acts;
    for (const auto *action : menu.actions()) {
        if (action->menu() != nullptr)
            acts << actsOf(*action->menu());
        else if (!action->isSeparator() && action->isEnabled())
            acts << action;
    }
    return acts;
}

// The real window of the shop, where nothing moves and nothing runs behind it until a test starts it.
class QuietWindow
{
public:
    QuietWindow()
        : m_appearance(*qApp)
    {
        m_appearance.setMotion(app::style::Motion::Reduced); // there at once
    }

    // Another one, with what an earlier one has left; nobody sees it yet.
    void build(const app::session::Settings &settings = {}, const app::session::Workspace &workspace = {})
    {
        close();
        m_shop = std::make_unique<app::shell::LiveShop>(
            app::shell::LiveShop::Plan{m_system.system, m_system.shapes(), 60});
        m_window = std::make_unique<app::shell::MainWindow>(*m_shop, m_appearance, settings, workspace);
    }
    // In front; the pictures come later.
    [[nodiscard]] bool show() const
    {
        m_window->QWidget::show();
        return activate();
    }
    // Built and shown, with its pictures.
    [[nodiscard]] bool open(const app::session::Settings &settings = {},
                            const app::session::Workspace &workspace = {})
    {
        build(settings, workspace);
        const auto isDrawn
            = [](app::graph::GraphPane &pane) { return pane.isHidden() || !pane.view().scene().isEmpty(); };
        return show() && QTest::qWaitFor([&] { return isDrawn(micro()) && isDrawn(mono()); }, patience);
    }
    void close()
    {
        m_window.reset();
        m_shop.reset();
    }
    // The same one for the next test: in front, with nothing selected and everything where it was.
    [[nodiscard]] bool tidy() const
    {
        m_window->findChild<app::shell::Finder *>()->hide();
        m_window->acts().action(QStringLiteral("layout.reset"))->trigger();
        micro().view().setSelected({});
        mono().view().setSelected({});
        return activate(); // after a dialog
    }

    // Opened by its key, with Ctrl.
    app::shell::Finder *palette(Qt::Key key) const
    {
        if (!activate()) // shortcuts are those of the active window
            qFatal("The window does not become active");
        QTest::keyClick(m_window.get(), key, Qt::ControlModifier);
        auto *finder = m_window->findChild<app::shell::Finder *>();
        if (!finder->isVisible())
            qFatal("The finder does not open");
        return finder;
    }
    QStringList wordsOfThePalette() const
    {
        QStringList words;
        for (const auto &entry : m_window->acts().all()) {
            const QString place = entry.context.isEmpty() ? entry.group : entry.context;
            words << entry.words + QStringLiteral(" | ") + place;
        }
        return words;
    }

    app::shell::MainWindow *operator->() const { return m_window.get(); }
    app::shell::MainWindow *get() const { return m_window.get(); }
    app::shell::LiveShop &shop() { return *m_shop; }
    app::style::Appearance &appearance() { return m_appearance; }
    const model::system::System &system() const { return m_system.system; }
    app::graph::GraphPane &mono() const { return pane(true); }
    app::graph::GraphPane &micro() const { return pane(false); }

private:
    static constexpr int patience = 60'000; // only bounds a test that hangs

    bool activate() const
    {
        m_window->activateWindow();
        return QTest::qWaitForWindowActive(m_window.get());
    }
    app::graph::GraphPane &pane(bool isMonolith) const
    {
        for (auto *each : m_window->findChildren<app::graph::GraphPane *>()) {
            if ((each->packaging().units.size() == 1) == isMonolith)
                return *each;
        }
        qFatal("No such pane");
    }

    tests::support::Shop m_system;
    app::style::Appearance m_appearance;
    std::unique_ptr<app::shell::LiveShop> m_shop;
    std::unique_ptr<app::shell::MainWindow> m_window;
};

} // namespace tests::shell
