// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "series.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace app::tables {
class QuietTable;
}

namespace app::console {

class SeriesModel;

// Where a person has a request sent many times, and sees how that goes. Asks for each request by a signal and
// is told what became of it. GUI thread.
class SeriesPage : public QWidget
{
    Q_OBJECT
public:
    explicit SeriesPage(QStringList fleets, QWidget *parent = nullptr);
    ~SeriesPage() override;

    // Begins one in each of these fleets, as it is set.
    void start(const std::vector<int> &fleets);
    void cancel();
    bool isRunning() const;
    // Of a request of the series that runs (its number).
    void take(int series, int fleet, int status, std::chrono::nanoseconds duration);
    void takeFailure(int series, int fleet);

Q_SIGNALS:
    void startWanted();
    void requestWanted(int series, int fleet);

private:
    QWidget *buildSettings();
    void refresh();
    Series *of(int series, int fleet) const; // null: it was overtaken
    QString outcome() const;

    QStringList m_fleets;
    QSpinBox *m_count;
    QSpinBox *m_atOnce;
    QSpinBox *m_perSecond;
    QPushButton *m_start;
    QProgressBar *m_progress;
    QLabel *m_words;
    SeriesModel *m_model;
    tables::QuietTable *m_table;
    std::vector<std::pair<int, Series *>> m_series; // by fleet
    int m_number = 0; // of the series
    QTimer m_showing; // not with each answer
};

} // namespace app::console
