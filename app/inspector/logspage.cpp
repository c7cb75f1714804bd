// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "logspage.h"

#include "logsmodel.h"

#include <app/style/label.h>
#include <app/style/smallbutton.h>
#include <app/tables/quiettable.h>
#include <app/wording/figures.h>

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace app::inspector {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::telemetry::LogLevel;
using model::telemetry::TraceId;
using services::platform::LogQuery;
using services::platform::LogReading;

namespace {

constexpr auto askAgainEvery = 500ms;
constexpr std::size_t mostLines = 3000; // that are kept here
constexpr int leastLogHeight = 180;

QString shortHex(const TraceId &id)
{
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(id.data()), 4).toHex());
}

// For the chosen line.
QPushButton *lineButton(const QString &words, const QString &tip)
{
    auto *button = style::smallButton(words, tip);
    button->setEnabled(false);
    return button;
}

} // namespace

LogsPage::LogsPage(const model::system::System &system,
                   const std::vector<model::packaging::Packaging> &packagings,
                   QWidget *parent)
    : QWidget(parent)
    , m_system(system)
    , m_packagings(packagings)
    , m_wallClock(wording::wallClock())
    , m_level(new QComboBox)
    , m_text(new QLineEdit)
    , m_follow(new QCheckBox(tr("Follow")))
    , m_toTrace(lineButton(tr("Trace"), tr("Where the chosen line's request went (Enter)")))
    , m_only(lineButton(tr("Only this request"), tr("What all instances have noted about it")))
    , m_words(style::label({}, "small"))
    , m_model(new LogsModel(this))
    , m_table(new tables::QuietTable(tr("Log")))
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(6);
    column->addWidget(buildFilters());
    column->addWidget(m_words);
    column->addWidget(m_table, 1);
    m_table->horizontalHeader()->setMinimumSectionSize(16);
    m_table->setUp(m_model, {84, 18, 420, 90});
    m_table->setMinimumHeight(leastLogHeight);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded); // lines are wider than this page
    m_again.setInterval(askAgainEvery);
    connectAll();
}

QWidget *LogsPage::buildFilters()
{
    m_level->addItem(tr("All lines"), static_cast<int>(LogLevel::Information));
    m_level->addItem(tr("Warnings and errors"), static_cast<int>(LogLevel::Warning));
    m_level->addItem(tr("Errors"), static_cast<int>(LogLevel::Error));
    m_level->setAccessibleName(tr("Level"));
    m_text->setPlaceholderText(tr("Filter"));
    m_text->setAccessibleName(tr("Only lines with this text"));
    m_text->setClearButtonEnabled(true);
    m_follow->setChecked(true);
    m_follow->setToolTip(style::tip(tr("New lines are shown as they come, until you choose one")));
    m_only->setCheckable(true);
    auto *box = new QWidget;
    auto *rows = new QVBoxLayout(box);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    auto *first = new QHBoxLayout;
    first->setSpacing(6);
    first->addWidget(m_level, 1);
    first->addWidget(m_follow);
    auto *second = new QHBoxLayout;
    second->setSpacing(6);
    second->addWidget(m_only);
    second->addStretch(1);
    second->addWidget(m_toTrace);
    rows->addLayout(first);
    rows->addWidget(m_text);
    rows->addLayout(second);
    return box;
}

void LogsPage::connectAll()
{
    connect(&m_again, &QTimer::timeout, this, &LogsPage::ask);
    connect(m_level, &QComboBox::currentIndexChanged, this, &LogsPage::fill);
    connect(m_text, &QLineEdit::textChanged, this, &LogsPage::fill);
    connect(m_follow, &QCheckBox::toggled, this, [this] {
        m_table->setCurrentIndex({});
        fill();
        if (m_follow->isChecked())
            m_table->scrollToBottom();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LogsPage::chosen);
    connect(m_table, &QTableView::activated, this, &LogsPage::openTrace);
    connect(m_toTrace, &QPushButton::clicked, this, &LogsPage::openTrace);
    connect(m_only, &QPushButton::clicked, this, [this](bool only) {
        const auto *row = m_model->at(m_table->currentIndex().row());
        setTrace(only && row != nullptr ? std::optional(row->trace) : std::nullopt);
    });
}

void LogsPage::setTheme(const style::Theme &theme)
{
    m_table->setTheme(theme);
}

void LogsPage::select(const Subject &subject)
{
    if (subject == m_subject && !m_trace.has_value())
        return;
    m_subject = subject;
    m_trace.reset();
    startAnew();
}

void LogsPage::showTrace(const TraceId &trace)
{
    setTrace(trace);
}

void LogsPage::setTrace(const std::optional<TraceId> &trace)
{
    m_trace = trace;
    startAnew();
}

void LogsPage::setMoment(const std::optional<model::telemetry::Instant> &moment)
{
    if (m_moment == moment)
        return;
    m_moment = moment;
    m_follow->setEnabled(!moment.has_value());
    fill();
}

void LogsPage::startAnew()
{
    m_lines.clear();
    m_last = 0;
    m_lost = 0;
    m_follow->setChecked(true);
    m_only->setChecked(m_trace.has_value());
    m_only->setText(m_trace.has_value() ? tr("Only request %1").arg(shortHex(*m_trace))
                                        : tr("Only this request"));
    fill();
    if (isVisible())
        ask();
}

LogQuery LogsPage::query() const
{
    const auto &fleet = m_packagings[static_cast<size_t>(m_subject.fleet)].id;
    return {fleet, m_trace.has_value() ? model::system::UnitId() : m_subject.unit, m_trace, m_last};
}

void LogsPage::ask()
{
    Q_EMIT wanted(query());
}

void LogsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask();
    m_again.start();
}

void LogsPage::hideEvent(QHideEvent *event)
{
    m_again.stop();
    QWidget::hideEvent(event);
}

void LogsPage::show(const LogQuery &query, const LogReading &reading)
{
    if (query != this->query())
        return; // something else is wanted meanwhile, or it came before
    m_last = reading.last;
    m_lost = reading.lost;
    keep(reading.lines);
    if (m_follow->isChecked() && !reading.lines.empty())
        fill();
    else if (m_model->rowCount() == 0)
        fill();
}

void LogsPage::keep(const std::vector<services::platform::InstanceLine> &lines)
{
    if (lines.empty())
        return;
    m_lines.insert(m_lines.end(), lines.begin(), lines.end());
    std::ranges::stable_sort(m_lines, {}, [](const auto &one) { return one.line.at; });
    keepNewest(m_lines, mostLines);
}

void LogsPage::showFailure(const QString &reason)
{
    m_words->setText(reason);
}

void LogsPage::fill()
{
    LogFilter filter{
        static_cast<LogLevel>(m_level->currentData().toInt()), m_text->text().trimmed(), {}, m_moment};
    const auto &packaging = m_packagings[static_cast<size_t>(m_subject.fleet)];
    const auto *unit = packaging.unit(m_subject.unit);
    if (unit != nullptr && unit->capabilities.size() > 1 && !m_trace.has_value())
        filter.module = m_subject.capability;
    const LogNames names{m_system, packaging};
    const auto shown = filtered(m_lines, filter, names);
    const auto *bar = m_table->verticalScrollBar();
    const bool isAtEnd = bar->value() == bar->maximum(); // else somebody reads what is above
    const int across = m_table->horizontalScrollBar()->value(); // or the end of long lines
    {
        const QScopedValueRollback filling(m_isFilling, true);
        const auto line = m_model->numberAt(m_table->currentIndex().row());
        const auto read = m_model->numberAt(m_table->rowAt(0));
        m_model->show(shown, names, m_wallClock);
        m_table->setCurrentIndex(m_follow->isChecked() ? QModelIndex() : m_model->indexOf(line));
        if (m_follow->isChecked() && isAtEnd)
            m_table->scrollToBottom();
        else if (const auto there = m_model->indexOf(read); !isAtEnd && there.isValid())
            m_table->scrollTo(there, QAbstractItemView::PositionAtTop); // lines above it may have gone
        m_table->horizontalScrollBar()->setValue(across);
    }
    describe(shown.size());
    chosen();
}

void LogsPage::describe(std::size_t shown)
{
    const QLocale locale;
    QStringList words{tr("%1 of %2 lines, noted by the instances themselves")
                          .arg(locale.toString(static_cast<qlonglong>(shown)),
                               locale.toString(static_cast<qlonglong>(m_lines.size())))};
    if (m_lost > 0)
        words << tr("%1 more were lost in the rush").arg(locale.toString(static_cast<qulonglong>(m_lost)));
    if (m_moment.has_value())
        words << tr("until the moment you look at");
    m_words->setText(words.join(u" · "_s));
}

void LogsPage::chosen()
{
    const auto *row = m_model->at(m_table->currentIndex().row());
    if (row != nullptr && !m_isFilling && m_follow->isChecked()) {
        const QSignalBlocker quiet(m_follow);
        m_follow->setChecked(false);
    }
    m_toTrace->setEnabled(row != nullptr && row->isTraced);
    m_only->setEnabled(m_trace.has_value() || (row != nullptr && row->trace != TraceId{}));
}

void LogsPage::openTrace()
{
    const auto *row = m_model->at(m_table->currentIndex().row());
    if (row != nullptr && row->isTraced)
        Q_EMIT traceWanted(m_subject.fleet, row->trace);
}

} // namespace app::inspector
