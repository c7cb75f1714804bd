// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/platform/snapshot.h>

#include <QFrame>

class QLabel;

namespace app::inspector {

// What each fleet takes for the same customers: instances, the memory that is declared for them and the
// processor time that is measured. GUI thread.
class CostMeter : public QFrame
{
    Q_OBJECT
public:
    explicit CostMeter(const QStringList &fleetTitles, QWidget *parent = nullptr);

    void show(const services::platform::Snapshot &snapshot);

private:
    struct Column
    {
        QString title;
        QLabel *instances;
        QLabel *memory;
        QLabel *cores;
    };
    std::vector<Column> m_columns;
};

} // namespace app::inspector
