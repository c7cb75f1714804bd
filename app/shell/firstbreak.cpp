// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "firstbreak.h"

#include "weakpoints.h"

#include <app/style/label.h>
#include <app/tables/quiettable.h>

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

namespace app::shell {

FirstBreak::FirstBreak(const model::system::System &system,
                       const std::vector<model::packaging::Packaging> &packagings,
                       QWidget *parent)
    : QDialog(parent)
    , m_packagings(packagings)
    , m_fleet(new QComboBox)
    , m_points(new WeakPoints(system, this))
    , m_table(new tables::QuietTable(tr("Single points of failure, the most painful first")))
    , m_words(style::label(tr("Predicting…"), "subtle"))
{
    setWindowTitle(tr("What breaks first?"));
    for (const auto &packaging : m_packagings)
        m_fleet->addItem(packaging.title);
    m_fleet->setAccessibleName(tr("Shape"));
    m_fleet->setCurrentIndex(m_fleet->count() - 1);
    m_table->setUp(m_points, {});
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 10);
    auto *header = m_table->horizontalHeader();
    header->setStretchLastSection(false); // the first has what is left
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(WeakPoints::Loss, QHeaderView::Stretch);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_fleet);
    column->addWidget(m_words);
    column->addWidget(m_table, 1);
    resize(560, 400);
    connect(m_fleet, &QComboBox::currentIndexChanged, this, [this](int fleet) {
        m_points->show(m_packagings[static_cast<size_t>(fleet)], {});
        m_words->setText(tr("Predicting…"));
        Q_EMIT fleetChosen(fleet);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &row) {
                if (row.isValid())
                    Q_EMIT chosen(fleet(), m_points->fault(row.row()));
            });
}

int FirstBreak::fleet() const
{
    return m_fleet->currentIndex();
}

void FirstBreak::show(int fleet, const std::vector<model::analysis::SinglePoint> &points)
{
    if (fleet != this->fleet())
        return;
    m_points->show(m_packagings[static_cast<size_t>(fleet)], points);
    m_words->setText(
        points.empty()
            ? tr("Nothing whose loss alone would cost a journey.")
            : tr("Predicted by the model for the shape as it is now: what there is only one of, and "
                 "how many journeys its loss alone would cost. Choose one to see it."));
}

} // namespace app::shell
