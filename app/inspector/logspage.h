// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "logfilter.h"
#include "subject.h"

#include <app/style/theme.h>
#include <model/packaging/packaging.h>
#include <model/system/system.h>

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace app::tables {
class QuietTable;
}

namespace app::inspector {

class LogsModel;

// What the instances of the selected unit have noted, or all instances about one request: followed as it
// comes, filtered by level and text, each line with the way to its trace. Asks for more while somebody looks;
// whoever chooses a line is not carried away from it. GUI thread.
class LogsPage : public QWidget
{
    Q_OBJECT
public:
    LogsPage(const model::system::System &system,
             const std::vector<model::packaging::Packaging> &packagings,
             QWidget *parent = nullptr);

    void setTheme(const style::Theme &theme);
    void select(const Subject &subject);
    void showTrace(const model::telemetry::TraceId &trace); // only of this request, in all units
    // The lines until then; nothing: as they come.
    void setMoment(const std::optional<model::telemetry::Instant> &moment);
    void show(const services::platform::LogQuery &query, const services::platform::LogReading &reading);
    void showFailure(const QString &reason);

Q_SIGNALS:
    void wanted(const services::platform::LogQuery &query);
    void traceWanted(int fleet, const model::telemetry::TraceId &trace);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildFilters();
    void connectAll();
    void startAnew();
    void ask();
    void keep(const std::vector<services::platform::InstanceLine> &lines);
    void fill();
    void chosen();
    void openTrace();
    void setTrace(const std::optional<model::telemetry::TraceId> &trace);
    void describe(std::size_t shown);
    services::platform::LogQuery query() const;

    model::system::System m_system;
    std::vector<model::packaging::Packaging> m_packagings;
    std::chrono::nanoseconds m_wallClock; // as of LogsModel; always the same, so that lines stay as they are
    Subject m_subject;
    std::optional<model::telemetry::TraceId> m_trace;
    std::optional<model::telemetry::Instant> m_moment;
    std::vector<services::platform::InstanceLine> m_lines; // all that are known, the oldest first
    quint64 m_last = 0;
    std::uint64_t m_lost = 0;
    QComboBox *m_level;
    QLineEdit *m_text;
    QCheckBox *m_follow;
    QPushButton *m_toTrace;
    QPushButton *m_only;
    QLabel *m_words;
    LogsModel *m_model;
    tables::QuietTable *m_table;
    QTimer m_again;
    bool m_isFilling = false;
};

} // namespace app::inspector
