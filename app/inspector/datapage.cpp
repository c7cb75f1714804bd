// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "datapage.h"

#include "datamodel.h"

#include <app/style/label.h>
#include <app/tables/quiettable.h>

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace app::inspector {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::system::CapabilityId;
using services::platform::DataReading;
using services::platform::Place;
using style::label;

namespace {

constexpr auto readAgainEvery = 2s;
constexpr int leastTableHeight = 160;
constexpr int cellWidth = 110;

} // namespace

DataPage::DataPage(const model::system::System &system,
                   const std::vector<model::packaging::Packaging> &packagings,
                   QWidget *parent)
    : QWidget(parent)
    , m_system(system)
    , m_packagings(packagings)
    , m_model(new DataModel(this))
    , m_lesson(label({}, "subtle"))
    , m_names(new QComboBox)
    , m_count(label({}, "small"))
    , m_table(new tables::QuietTable(tr("Rows of the table")))
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(m_lesson);
    column->addWidget(m_names);
    column->addWidget(m_count);
    column->addWidget(m_table, 1);
    m_names->setAccessibleName(tr("Table"));
    m_table->setUp(m_model, {});
    m_table->setMinimumHeight(leastTableHeight);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded); // rows are wider than this page
    m_table->horizontalHeader()->setDefaultSectionSize(cellWidth);
    m_again.setInterval(readAgainEvery);
    connect(&m_again, &QTimer::timeout, this, &DataPage::ask);
    connect(m_names, &QComboBox::currentIndexChanged, this, &DataPage::showTable);
}

void DataPage::select(const Subject &subject)
{
    if (subject == m_subject)
        return;
    m_subject = subject;
    m_reading = {};
    m_lesson->setText(lesson());
    showNames({});
    showTable();
    if (isVisible())
        ask();
}

void DataPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask();
    m_again.start();
}

void DataPage::hideEvent(QHideEvent *event)
{
    m_again.stop();
    QWidget::hideEvent(event);
}

void DataPage::ask()
{
    const auto keeping = keepers();
    if (!keeping.empty())
        Q_EMIT wanted(place(), keeping);
}

void DataPage::show(const Place &unit, const DataReading &reading)
{
    if (unit != place())
        return; // somebody else was selected meanwhile
    m_reading = reading;
    QStringList names;
    for (const auto &table : reading.tables)
        names << table.name;
    showNames(names);
    showTable();
}

void DataPage::showFailure(const Place &unit, const QString &reason)
{
    if (unit != place())
        return;
    m_count->setText(reason);
}

// The chosen one stays chosen.
void DataPage::showNames(const QStringList &names)
{
    QStringList old;
    for (int i = 0; i < m_names->count(); ++i)
        old << m_names->itemText(i);
    m_names->setVisible(!names.empty());
    m_table->setVisible(!names.empty());
    if (old == names)
        return;
    const auto chosen = m_names->currentText();
    const QSignalBlocker quiet(m_names);
    m_names->clear();
    m_names->addItems(names);
    m_names->setCurrentIndex(std::max(0, m_names->findText(chosen)));
}

void DataPage::showTable()
{
    const auto at = static_cast<size_t>(std::max(0, m_names->currentIndex()));
    if (at >= m_reading.tables.size()) {
        m_model->show({});
        m_count->setText({});
        return;
    }
    const auto &table = m_reading.tables[at];
    const auto shown = static_cast<std::int64_t>(table.latest.size());
    m_model->show(table);
    const QLocale locale;
    m_count->setText(shown < table.rows
                         ? tr("%1 rows in %2, measured; %3 of them below")
                               .arg(locale.toString(static_cast<qlonglong>(table.rows)), m_reading.file,
                                    locale.toString(static_cast<qlonglong>(shown)))
                         : tr("%1 rows in %2, measured")
                               .arg(locale.toString(static_cast<qlonglong>(table.rows)), m_reading.file));
}

QString DataPage::lesson() const
{
    const auto *holder = unit();
    const auto keeping = keepers();
    if (holder == nullptr)
        return {};
    if (keeping.empty())
        return tr(
            "It keeps nothing: whatever it shows it asks of others, so that any of its instances can answer, "
            "and none is missed.");
    const auto *first = m_system.capability(keeping.front());
    if (holder->capabilities.size() == 1)
        return tr("Only %1 opens this database. Whoever needs something of it asks its API, so that its team "
                  "may "
                  "change these tables without asking anybody, and a slow query of others cannot hold it up.")
            .arg(first->title);
    if (m_subject.capability.has_value())
        return tr("The tables of %1 lie in one database with those of %2 other modules. Only agreement keeps "
                  "the others from reading them; a lock or a full disk is everybody's.")
            .arg(first->title)
            .arg(holder->capabilities.size() - 1);
    return tr("One database for %1 modules: one transaction may span them all, and whatever happens to it "
              "happens "
              "to all of them.")
        .arg(holder->capabilities.size());
}

Place DataPage::place() const
{
    return {m_packagings[static_cast<size_t>(m_subject.fleet)].id, m_subject.unit, {}};
}

const model::packaging::Unit *DataPage::unit() const
{
    return m_packagings[static_cast<size_t>(m_subject.fleet)].unit(m_subject.unit);
}

std::vector<CapabilityId> DataPage::keepers() const
{
    std::vector<CapabilityId> keeping;
    const auto *holder = unit();
    for (const auto &id : holder != nullptr ? holder->capabilities : std::vector<CapabilityId>()) {
        const auto *capability = m_system.capability(id);
        const bool isMeant = !m_subject.capability.has_value() || *m_subject.capability == id;
        if (isMeant && capability != nullptr && !capability->owns.empty())
            keeping.push_back(id);
    }
    return keeping;
}

} // namespace app::inspector
