// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QApplication>
#include <QDir>
#include <QWidget>

namespace tests::shell {

inline int entriesOf(const QString &folder)
{
    return static_cast<int>(
        QDir(folder).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size());
}

// But for the one which stands for the whole screen, which Qt makes when it needs it and keeps.
inline QStringList kindsOfWidgets()
{
    QStringList kinds;
    for (const auto *widget : QApplication::allWidgets()) {
        if (widget->windowType() != Qt::Desktop)
            kinds << QString::fromLatin1(widget->metaObject()->className());
    }
    return kinds;
}

// What must be as it was when everything has been closed.
struct Holdings
{
    int threads = entriesOf(QStringLiteral("/proc/self/task"));
    int files = entriesOf(QStringLiteral("/proc/self/fd"));
    QStringList widgets = kindsOfWidgets();

    bool isWithin(const Holdings &before) const
    {
        return threads <= before.threads && files <= before.files && widgets.size() <= before.widgets.size();
    }
    QByteArray words() const
    {
        return QStringLiteral("threads %1, files %2, widgets: %3")
            .arg(threads)
            .arg(files)
            .arg(widgets.join(QStringLiteral(", ")))
            .toUtf8();
    }
};

} // namespace tests::shell
