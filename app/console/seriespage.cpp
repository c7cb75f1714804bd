// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "seriespage.h"

#include "seriesmodel.h"

#include <app/style/label.h>
#include <app/tables/quiettable.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

namespace app::console {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int longestSeries = 5000; // requests
constexpr int mostAtOnce = 64;
constexpr int mostPerSecond = 1000;
constexpr auto showEvery = 100ms;

QSpinBox *number(int least, int most, int value, const QString &name)
{
    auto *box = new QSpinBox;
    box->setRange(least, most);
    box->setValue(value);
    box->setAccessibleName(name);
    return box;
}

} // namespace

SeriesPage::SeriesPage(QStringList fleets, QWidget *parent)
    : QWidget(parent)
    , m_fleets(std::move(fleets))
    , m_count(number(2, longestSeries, 100, tr("Requests in all")))
    , m_atOnce(number(1, mostAtOnce, 4, tr("Requests at once, at most")))
    , m_perSecond(number(0, mostPerSecond, 0, tr("Requests per second, at most")))
    , m_start(new QPushButton(tr("Send many")))
    , m_progress(new QProgressBar)
    , m_words(style::label(tr("One request, sent many times: which statuses come, and how long it takes."),
                           "subtle"))
    , m_model(new SeriesModel(this))
    , m_table(new tables::QuietTable(tr("Series")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    column->addWidget(buildSettings());
    column->addWidget(m_words);
    column->addWidget(m_table, 1);
    m_table->setUp(m_model, {100, 78, 150, 58, 58, 60});
    m_table->setMinimumHeight(50);
    m_showing.setSingleShot(true);
    m_showing.setInterval(showEvery);
    connect(&m_showing, &QTimer::timeout, this, &SeriesPage::refresh);
    connect(m_start, &QPushButton::clicked, this, [this] {
        if (isRunning())
            cancel();
        else
            Q_EMIT startWanted();
    });
}

SeriesPage::~SeriesPage() = default;

QWidget *SeriesPage::buildSettings()
{
    m_perSecond->setSpecialValueText(tr("no limit"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_progress->setAccessibleName(tr("How far the series is"));
    m_progress->hide();
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    const auto add = [row](const QString &words, QSpinBox *field) {
        auto *name = new QLabel(words);
        name->setBuddy(field);
        row->addWidget(name);
        row->addWidget(field);
    };
    row->addWidget(m_start);
    add(tr("Requests"), m_count);
    add(tr("At once"), m_atOnce);
    add(tr("Per second"), m_perSecond);
    row->addWidget(m_progress, 1);
    row->addStretch(0);
    return box;
}

bool SeriesPage::isRunning() const
{
    return std::ranges::any_of(m_series, [](const auto &each) { return !each.second->isOver(); });
}

void SeriesPage::start(const std::vector<int> &fleets)
{
    cancel();
    for (const auto &each : m_series)
        each.second->deleteLater();
    m_series.clear();
    ++m_number;
    for (const int fleet : fleets) {
        auto *series = new Series({m_count->value(), m_atOnce->value(), m_perSecond->value()}, this);
        m_series.emplace_back(fleet, series);
        connect(series, &Series::due, this,
                [this, fleet, mine = m_number] { Q_EMIT requestWanted(mine, fleet); });
        connect(series, &Series::changed, this, [this] {
            if (!m_showing.isActive())
                m_showing.start();
        });
        connect(series, &Series::over, this, &SeriesPage::refresh);
    }
    m_progress->setRange(0, m_count->value() * static_cast<int>(fleets.size()));
    const auto begun = m_series; // one may be over before the next begins
    for (const auto &each : begun)
        each.second->start();
    refresh();
}

void SeriesPage::cancel()
{
    for (const auto &each : m_series)
        each.second->cancel();
}

Series *SeriesPage::of(int series, int fleet) const
{
    const auto found = std::ranges::find(m_series, fleet, [](const auto &each) { return each.first; });
    return series == m_number && found != m_series.end() ? found->second : nullptr;
}

void SeriesPage::take(int series, int fleet, int status, std::chrono::nanoseconds duration)
{
    if (auto *one = of(series, fleet))
        one->take(status, duration);
}

void SeriesPage::takeFailure(int series, int fleet)
{
    if (auto *one = of(series, fleet))
        one->takeFailure();
}

QString SeriesPage::outcome() const
{
    const bool isCancelled = std::ranges::any_of(m_series, [](const auto &each) {
        return each.second->figures().ended() < each.second->options().count;
    });
    if (isRunning())
        return tr("Under way. What it does is done for real.");
    return isCancelled ? tr("Cancelled: what had ended until then, measured.")
                       : tr("All have ended. Measured.");
}

void SeriesPage::refresh()
{
    std::vector<std::pair<QString, const Series *>> shown;
    int ended = 0;
    for (const auto &[fleet, series] : m_series) {
        shown.emplace_back(m_fleets.value(fleet), series);
        ended += series->figures().ended();
    }
    m_model->show(shown);
    m_progress->setValue(ended);
    m_progress->setVisible(isRunning());
    m_start->setText(isRunning() ? tr("Cancel") : tr("Send many"));
    m_words->setText(outcome());
}

} // namespace app::console
