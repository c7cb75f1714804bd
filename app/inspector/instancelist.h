// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/style/theme.h>
#include <model/packaging/packaging.h>
#include <services/platform/snapshot.h>

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace app::inspector {

// The instances of a unit, a line each: its state, its address, what it costs, and the verb that fits its
// state, unless it is alone (the unit's verbs do the same). Lines stay while only their figures change.
// GUI thread.
class InstanceList : public QWidget
{
    Q_OBJECT
public:
    explicit InstanceList(QWidget *parent = nullptr);

    void setTheme(const style::Theme &theme);
    // Of each, so many megabytes are declared; `packaging` is the shape in which they run.
    void show(const std::vector<const services::platform::InstanceSnapshot *> &instances,
              const model::packaging::Packaging &packaging,
              int megabytes,
              model::telemetry::Instant now);

Q_SIGNALS:
    void crashWanted(const model::system::InstanceId &instance);
    void restartWanted(const model::system::InstanceId &instance);
    void crashPondered(bool pondered); // the mouse or the focus rests on the verb that crashes one

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Line
    {
        QWidget *widget = nullptr;
        QLabel *name = nullptr;
        QLabel *details = nullptr;
        QPushButton *verb = nullptr;
        model::system::InstanceId id;
        bool isDead = false;
        QString title;
    };
    void addLine();
    void fill(Line &line,
              const services::platform::InstanceSnapshot &instance,
              int megabytes,
              model::telemetry::Instant now);

    QVBoxLayout *m_column;
    std::vector<std::unique_ptr<Line>> m_lines;
    style::Theme m_theme = style::Theme::light();
};

} // namespace app::inspector
