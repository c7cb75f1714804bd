// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sagapanel.h"

#include "ordersmodel.h"
#include "storymodel.h"
#include "storyview.h"

#include <app/style/label.h>
#include <app/style/leadfocus.h>
#include <app/style/segment.h>
#include <app/tables/quiettable.h>
#include <app/wording/orders.h>

#include <QButtonGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>

namespace app::sagas {

using namespace Qt::StringLiterals;

namespace {

constexpr int widthOfList = 372;

} // namespace

SagaPanel::SagaPanel(const std::vector<model::packaging::Packaging> &packagings, QWidget *parent)
    : QWidget(parent)
    , m_packagings(packagings)
    , m_orders(new OrdersModel(this))
    , m_story(new StoryModel(this))
    , m_list(new tables::QuietTable(tr("The latest orders")))
    , m_view(new StoryView)
    , m_fleets(new QButtonGroup(this))
    , m_following(new QCheckBox(tr("Follow the newest")))
    , m_heading(style::label(tr("No order yet"), "heading"))
    , m_origin(style::label({}, "small"))
    , m_fleet(static_cast<int>(packagings.size()) - 1)
{
    m_list->setUp(m_orders, {86, 74, 52});
    m_view->setModel(m_story);
    setMinimumHeight(110);
    style::leadFocus(*this, *m_list);
    m_following->setChecked(true);
    m_following->setToolTip(style::tip(tr("Each order for some seconds, until you choose one of the list")));
    m_heading->setWordWrap(false);
    m_heading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_origin->setWordWrap(false);
    auto *head = new QHBoxLayout;
    head->addWidget(m_heading, 1);
    head->addWidget(m_origin);
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_view, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 10, 6);
    row->setSpacing(14);
    row->addWidget(buildList());
    row->addLayout(column, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SagaPanel::chooseRow);
    connect(m_following, &QCheckBox::toggled, this, [this] {
        m_followed.invalidate();
        refresh();
    });
}

QWidget *SagaPanel::buildList()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(0);
    for (size_t fleet = 0; fleet < m_packagings.size(); ++fleet) {
        auto *button
            = style::segment(m_packagings[fleet].title, fleet == 0, fleet + 1 == m_packagings.size());
        button->setChecked(static_cast<int>(fleet) == m_fleet);
        m_fleets->addButton(button, static_cast<int>(fleet));
        head->addWidget(button);
    }
    connect(m_fleets, &QButtonGroup::idClicked, this, &SagaPanel::chooseFleet);
    head->addStretch(1);
    head->addWidget(m_following);
    auto *list = new QWidget;
    list->setFixedWidth(widthOfList);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_list, 1);
    return list;
}

void SagaPanel::setTheme(const style::Theme &theme)
{
    m_list->setTheme(theme);
    m_view->setTheme(theme);
}

void SagaPanel::setFleetVisible(int fleet, bool visible)
{
    m_fleets->button(fleet)->setVisible(visible);
    if (visible || fleet != m_fleet)
        return;
    for (auto *button : m_fleets->buttons()) {
        if (!button->isHidden())
            return button->click();
    }
}

void SagaPanel::chooseFleet(int fleet)
{
    if (fleet == m_fleet)
        return;
    m_fleet = fleet;
    m_order.clear();
    m_followed.invalidate();
    m_following->setChecked(true);
    m_orders->show({});
    m_story->show({});
    m_heading->setText(tr("No order yet"));
    m_origin->clear();
    refresh();
}

void SagaPanel::refresh()
{
    Q_EMIT ordersWanted(m_fleet);
    if (!m_order.isEmpty())
        Q_EMIT lifeWanted(m_fleet, m_order);
}

void SagaPanel::showOrders(int fleet, const services::platform::OrderBook &orders)
{
    if (fleet != m_fleet)
        return;
    {
        const QScopedValueRollback marking(m_isMarking, true);
        m_orders->show(orders.latest);
    }
    if (m_following->isChecked())
        follow(orders);
    mark();
}

void SagaPanel::follow(const services::platform::OrderBook &orders)
{
    const bool isDue = !m_followed.isValid() || m_followed.hasExpired(m_stay.count());
    if (isDue && !orders.latest.empty() && orders.latest.front().id != m_order) {
        m_followed.start();
        turnTo(orders.latest.front().id);
    }
}

void SagaPanel::mark()
{
    const QScopedValueRollback marking(m_isMarking, true);
    const auto row = m_orders->rowOf(m_order);
    if (!row)
        m_list->setCurrentIndex({});
    else if (m_list->currentIndex().row() != *row)
        m_list->selectRow(*row);
}

void SagaPanel::chooseRow()
{
    const QString order = m_orders->orderAt(m_list->currentIndex().row());
    if (m_isMarking || order.isEmpty() || order == m_order)
        return;
    const QSignalBlocker quiet(m_following);
    m_following->setChecked(false);
    turnTo(order);
}

void SagaPanel::turnTo(const QString &order)
{
    m_order = order;
    m_view->scrollToTop();
    Q_EMIT lifeWanted(m_fleet, order);
}

void SagaPanel::showLife(int fleet, const TracedLife &life)
{
    const auto &order = life.written.order;
    if (fleet != m_fleet || order.id != m_order)
        return;
    m_story->show(storyOf(life));
    if (m_following->isChecked())
        m_view->scrollToBottom(); // where it goes on
    QString heading = tr("%1   %2   %3")
                          .arg(wording::shortName(order.id), stateWords(order.state),
                               wording::money(order.total, order.currency));
    if (!order.failure.isEmpty())
        heading += u"   "_s + order.failure;
    m_heading->setText(heading);
    m_heading->setToolTip(style::tip(u"%1\n%2"_s.arg(order.id, order.failure).trimmed()));
    m_origin->setText(
        life.spans.empty()
            ? tr("From the saga's log and the stores; not traced")
            : tr("From the saga's log, the stores, and %1 traced spans").arg(life.spans.size()));
}

void SagaPanel::showFailure(const QString &why)
{
    m_heading->setText(why);
}

} // namespace app::sagas
