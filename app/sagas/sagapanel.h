// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "story.h"

#include <app/style/theme.h>
#include <model/packaging/packaging.h>

#include <QElapsedTimer>
#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QLabel;

namespace app::tables {
class QuietTable;
}

namespace app::sagas {

class OrdersModel;
class StoryModel;
class StoryView;

// One order's life as a sequence diagram. Follows the newest order of a fleet, each for some seconds, until a
// person chooses one. Asks for what it shows; does not read itself. GUI thread.
class SagaPanel : public QWidget
{
    Q_OBJECT
public:
    explicit SagaPanel(const std::vector<model::packaging::Packaging> &packagings, QWidget *parent = nullptr);

    void setTheme(const style::Theme &theme);
    void setFleetVisible(int fleet, bool visible);
    // Asks for the latest orders and for the life of the one that is shown.
    void refresh();
    // The answers; those to a question that is not asked any more are dropped.
    void showOrders(int fleet, const services::platform::OrderBook &orders);
    void showLife(int fleet, const TracedLife &life);
    void showFailure(const QString &why);
    // For some time the same one is followed.
    void setStay(std::chrono::milliseconds stay) { m_stay = stay; }

    OrdersModel &orders() { return *m_orders; }
    StoryModel &story() { return *m_story; }

Q_SIGNALS:
    void ordersWanted(int fleet);
    void lifeWanted(int fleet, const QString &order);

private:
    QWidget *buildList();
    void chooseFleet(int fleet);
    void chooseRow();
    void turnTo(const QString &order);
    void follow(const services::platform::OrderBook &orders);
    void mark(); // the order that is shown, in the list

    std::vector<model::packaging::Packaging> m_packagings;
    OrdersModel *m_orders;
    StoryModel *m_story;
    tables::QuietTable *m_list;
    StoryView *m_view;
    QButtonGroup *m_fleets;
    QCheckBox *m_following;
    QLabel *m_heading;
    QLabel *m_origin;
    int m_fleet = 0;
    QString m_order; // that is shown; empty: none yet
    bool m_isMarking = false;
    std::chrono::milliseconds m_stay{5000};
    QElapsedTimer m_followed; // since when the same one
};

} // namespace app::sagas
