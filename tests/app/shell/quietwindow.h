// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/shell/mainwindow.h>

#include <QApplication>
#include <QTest>

#include <tests/support/shop.h>

#include <memory>

namespace tests::shell {

// The real window of the shop, where nothing moves and nothing runs behind it.
class QuietWindow
{
public:
    QuietWindow()
        : m_appearance(*qApp)
    {
        m_appearance.setMotion(app::style::Motion::Reduced); // there at once
    }

    // Another one, with what an earlier one has left.
    [[nodiscard]] bool open(const app::session::Settings &settings = {},
                            const app::session::Workspace &workspace = {})
    {
        close();
        m_shop = std::make_unique<app::shell::LiveShop>(
            app::shell::LiveShop::Plan{m_system.system, m_system.shapes(), 60});
        m_window = std::make_unique<app::shell::MainWindow>(*m_shop, m_appearance, settings, workspace);
        m_window->QWidget::show();
        m_window->activateWindow();
        return QTest::qWaitForWindowActive(m_window.get())
            && QTest::qWaitFor([this] { return !micro().view().scene().isEmpty(); }, patience);
    }
    void close()
    {
        m_window.reset();
        m_shop.reset();
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
