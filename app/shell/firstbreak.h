// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/analysis/singlepoints.h>
#include <model/packaging/packaging.h>

#include <QDialog>

class QComboBox;
class QLabel;

namespace app::tables {
class QuietTable;
}

namespace app::shell {

class WeakPoints;

// "What breaks first?": the single points of failure of a fleet as it is, ranked by the journeys which their
// loss would cost, predicted. Choosing one points at it in the picture. GUI thread.
class FirstBreak : public QDialog
{
    Q_OBJECT
public:
    FirstBreak(const model::system::System &system,
               const std::vector<model::packaging::Packaging> &packagings,
               QWidget *parent);

    int fleet() const;
    void show(int fleet, const std::vector<model::analysis::SinglePoint> &points);

Q_SIGNALS:
    void fleetChosen(int fleet); // whose ranking is wanted
    void chosen(int fleet, const model::operation::Fault &fault);

private:
    std::vector<model::packaging::Packaging> m_packagings;
    QComboBox *m_fleet;
    WeakPoints *m_points;
    tables::QuietTable *m_table;
    QLabel *m_words;
};

} // namespace app::shell
