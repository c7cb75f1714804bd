// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/packaging/packaging.h>
#include <model/system/system.h>
#include <services/platform/snapshot.h>

#include <QFrame>

#include <deque>

class QGridLayout;
class QLabel;

namespace app::inspector {

// The system in numbers, its shapes beside each other: what each is made of, and what it takes for the same
// customers. Each number stands under "declared" or "measured", and says on hover which it is. GUI thread.
class SystemNumbers : public QFrame
{
    Q_OBJECT
public:
    SystemNumbers(const model::system::System &system,
                  const std::vector<model::packaging::Packaging> &packagings,
                  QWidget *parent = nullptr);

    void show(const services::platform::Snapshot &snapshot);
    void showMoment(
        const services::platform::Snapshot &then); // of the past, without what takes seconds to measure

private:
    // Of some seconds, since a second's processor time jumps with every request.
    struct Use
    {
        double cores = 0;
        double journeysPerSecond = 0;
    };
    struct Column
    {
        QString title;
        QLabel *instances = nullptr;
        QLabel *memory = nullptr;
        QLabel *cores = nullptr;
        QLabel *each = nullptr; // processor time for so many journeys
        std::deque<Use> use; // the oldest first
    };
    void
    fillIn(const Column &column, const services::platform::CostSnapshot &cost, const QString &each) const;
    QLabel *addRow(int column, const QString &name, const QString &origin);
    void addDeclared(int column,
                     const model::system::System &system,
                     const model::packaging::Packaging &packaging,
                     Column &kept);
    void addMeasured(int column, Column &figures);

    QGridLayout *m_grid;
    int m_row = 0; // of the column that is being made
    std::vector<Column> m_columns;
};

} // namespace app::inspector
