// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonValue>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace tests::clients {

// A real headless browser, driven by the W3C WebDriver protocol (https://www.w3.org/TR/webdriver2/).
// Elements are named by CSS selectors; each act waits until its element is there and usable.
class WebDriver
{
public:
    WebDriver();
    ~WebDriver();
    WebDriver(const WebDriver &) = delete;
    WebDriver &operator=(const WebDriver &) = delete;

    // Whether chromedriver is installed on this machine.
    static bool isInstalled();
    bool isReady() const { return !m_session.isEmpty(); }
    // Why it is not ready, in the driver's words.
    QString complaint() const { return m_complaint; }

    void open(const QUrl &url);
    bool click(const QString &selector);
    bool type(const QString &selector, const QString &text);
    // Waits until the visible text of some matching element holds `part`.
    bool awaitText(const QString &selector, const QString &part);
    QString text(const QString &selector);
    // Runs a script and answers what it returns.
    QJsonValue evaluate(const QString &script);
    QByteArray screenshot();

private:
    QJsonValue command(const QByteArray &method, const QString &path, const QJsonValue &body = {});
    QString find(const QString &selector);
    void startDriver();
    void startSession();

    QTemporaryDir m_profile;
    QProcess m_driver;
    QUrl m_address;
    QString m_session;
    QString m_complaint;
};

} // namespace tests::clients
